//! The batch interface: JSON lines `{"id", "text", "published"?}` in, one line of JSON out for each, in order.
//!
//! A bad line gives `{"id"?, "error"}` and the run goes on; the exit status is 1 if there was one.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use dateline_engine::dates::Date;
use dateline_engine::export::Export;
use dateline_engine::{Options, analyze};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Story {
    id: Value,
    text: String,
    published: Option<Date>,
}

fn main() -> io::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Story>(&line) {
            Ok(story) => {
                let analysis = analyze(&story.text, &Options { published: story.published });
                serde_json::to_writer(&mut out, &Export::new(&story.id, &story.text, &analysis))?;
            }
            Err(problem) => {
                serde_json::to_writer(&mut out, &bad_line(&line, &problem))?;
                code = ExitCode::FAILURE;
            }
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(code)
}

/// The answer to a line that is no story, with its id if it has one.
fn bad_line(line: &[u8], problem: &serde_json::Error) -> Value {
    let mut answer = json!({ "error": format!("not a story: {problem}") });
    if let Ok(Value::Object(mut fields)) = serde_json::from_slice(line)
        && let Some(id) = fields.remove("id")
    {
        answer["id"] = id;
    }
    answer
}
