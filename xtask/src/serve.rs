//! `cargo xtask serve`: builds the page and serves it on this machine, with the headers a host should send.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::build;
use crate::tools::Tools;

/// Sent with every answer; the browser tests send the same.
const HEADERS: &str = include_str!("../headers.txt");

/// Builds, prints the address, and answers until it is interrupted.
pub fn run(mut args: Vec<String>, tools: Option<PathBuf>) -> Result<()> {
    let port = crate::take_option(&mut args, "--port")?.unwrap_or_else(|| "8080".to_string());
    let port: u16 = port.parse().with_context(|| format!("`{port}` is no port: give a number from 1 to 65535"))?;
    crate::no_arguments("serve", &args)?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("Port {port} cannot be used; try another: cargo xtask serve --port {}", port.saturating_add(1)))?;
    build::build(&Tools::ready(tools)?)?;
    println!("\nDateline is at http://{} (Ctrl+C ends it).", listener.local_addr()?);
    let dist = build::dist();
    for stream in listener.incoming().flatten() {
        let dist = dist.clone();
        std::thread::spawn(move || {
            // A browser that goes away in the middle of an answer is no one's problem.
            let _ = answer(&stream, &dist);
        });
    }
    Ok(())
}

fn answer(stream: &TcpStream, dist: &Path) -> Result<()> {
    let mut lines = BufReader::new(stream.take(16 << 10)).lines();
    let request = lines.next().context("no request")??;
    // The rest of the request is read, or closing would cut the answer off.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or("/"));
    let file = (method == "GET" || method == "HEAD").then(|| file_of(dist, target)).flatten();
    let (status, kind, body) = match file.and_then(|file| Some((content_type(&file), std::fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
    };
    let headers = HEADERS.trim_end().replace('\n', "\r\n");
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n\r\n");
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that a request asks for; `None` outside of `dist`.
fn file_of(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| dist.join(path))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_stay_inside() {
        let file = |target| file_of(Path::new("dist"), target);
        assert_eq!(file("/"), Some("dist/index.html".into()));
        assert_eq!(file("/a/b.js?v=1#x"), Some("dist/a/b.js".into()));
        assert_eq!(file("/../Cargo.toml"), None);
        assert_eq!(file("/a/../../x"), None);
    }

    #[test]
    fn answers_with_the_policy() {
        let folder = std::env::temp_dir().join(format!("dateline-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "<p>hello").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let dist = folder.clone();
        let answering = std::thread::spawn(move || answer(&listener.accept().unwrap().0, &dist).unwrap());
        let mut client = TcpStream::connect(address).unwrap();
        client.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).unwrap();
        answering.join().unwrap();
        std::fs::remove_dir_all(folder).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"), "{answer}");
        assert!(answer.contains("\r\nContent-Security-Policy: default-src 'none';"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n<p>hello"), "{answer}");
    }
}
