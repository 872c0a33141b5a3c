//! The last story, in IndexedDB. Plain fields, so that any later version of the page can read them.

use std::fmt;
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use super::settings;
use crate::state::{Origin, Story};

const DATABASE: &str = "dateline";
const STORE: &str = "drafts";
const LAST: &str = "last";

/// Why a story could not be kept or found.
#[derive(Debug)]
pub struct NotKept(String);

impl fmt::Display for NotKept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not use the browser's storage: {}", self.0)
    }
}

impl std::error::Error for NotKept {}

impl From<idb::Error> for NotKept {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}

/// The story kept last, if any.
///
/// # Errors
/// [`NotKept`] if the browser gives no access to IndexedDB.
pub async fn load() -> Result<Option<Story>, NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(STORE)?.get(JsValue::from_str(LAST))?.await?;
    database.close();
    Ok(value.as_ref().and_then(story))
}

/// Keeps this story instead of the last.
///
/// # Errors
/// [`NotKept`] if the browser gives no access, or no room.
pub async fn save(story: &Story) -> Result<(), NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(&record(story), Some(&JsValue::from_str(LAST)))?.await?;
    let done = transaction.commit()?.await?;
    database.close();
    if !done.is_committed() {
        return Err(NotKept("the browser took the change back".into()));
    }
    settings::keep_has_story(true);
    Ok(())
}

/// Forgets the story that was kept.
///
/// # Errors
/// [`NotKept`] if the browser gives no access to IndexedDB.
pub async fn forget() -> Result<(), NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.clear()?.await?;
    transaction.commit()?.await?;
    database.close();
    settings::keep_has_story(false);
    Ok(())
}

async fn open() -> Result<Database, NotKept> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database()
            && !database.store_names().iter().any(|name| name == STORE)
        {
            // A store that could not be made shows when it is used.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

fn record(story: &Story) -> JsValue {
    let record = Object::new();
    let origin = match story.origin {
        Origin::Sample => "sample",
        Origin::Pasted => "pasted",
        Origin::Typed => "typed",
    };
    let given = story.given.map_or(JsValue::NULL, |date| date.to_string().into());
    for (key, value) in [("text", JsValue::from_str(&story.text)), ("given", given), ("origin", origin.into())] {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&record, &key.into(), &value);
    }
    record.into()
}

fn story(record: &JsValue) -> Option<Story> {
    let field = |key: &str| Reflect::get(record, &key.into()).ok().and_then(|value| value.as_string());
    Some(Story {
        text: Rc::from(field("text")?),
        given: field("given").and_then(|date| date.parse().ok()),
        origin: match field("origin")?.as_str() {
            "sample" => Origin::Sample,
            "typed" => Origin::Typed,
            _ => Origin::Pasted,
        },
    })
}
