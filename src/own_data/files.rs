//! The files that a reader has chosen, dropped or pasted, with what is in them.

use std::{future::Future, pin::Pin};

use serde_bytes::ByteBuf;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::message::Brought;
use crate::import::limits;

/// What a reader has brought, not read yet.
pub enum Gathered {
    /// Files by themselves, or those of a chosen folder.
    Files(Vec<web_sys::File>),
    /// What was dropped: files and folders.
    Dropped(Vec<FileSystemEntry>),
}

/// The files of a field in which they are chosen.
#[must_use]
pub fn of_field(list: Option<FileList>) -> Gathered {
    let list = list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |place| list.item(place)));
    Gathered::Files(list.collect())
}

/// The files and folders of a drop. To be asked at once: after the event they are gone.
#[must_use]
pub fn of_drop(dropped: &DataTransfer) -> Gathered {
    let items = dropped.items();
    let entries: Vec<_> = (0..items.length())
        .filter_map(|place| items.get(place)?.webkit_get_as_entry().ok().flatten())
        .collect();
    // Only folders need them: what is dragged from another program may have none, or one that cannot be read.
    if entries.iter().any(FileSystemEntry::is_directory) {
        Gathered::Dropped(entries)
    } else {
        of_field(dropped.files())
    }
}

/// Whether a drag carries files at all, and not a link or a text.
#[must_use]
pub fn carries_files(dragged: &DataTransfer) -> bool {
    dragged.types().iter().any(|kind| kind == "Files")
}

impl Gathered {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Files(files) => files.is_empty(),
            Self::Dropped(entries) => entries.is_empty(),
        }
    }

    /// The files with what is in them. More than may be read are not read: who reads them refuses them by their number
    /// or size.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub async fn contents(self) -> Result<Vec<Brought>, JsValue> {
        let mut files = Vec::new();
        match self {
            Self::Files(chosen) => {
                for file in chosen.into_iter().take(limits::FILES + 1) {
                    let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into())?.as_string();
                    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
                    files.push(content(&file, name).await?);
                }
            }
            Self::Dropped(entries) => {
                for entry in entries {
                    walk(entry, &mut files).await?;
                }
            }
        }
        Ok(files)
    }
}

/// The files below an entry.
fn walk(
    entry: FileSystemEntry,
    files: &mut Vec<Brought>,
) -> Pin<Box<dyn Future<Output = Result<(), JsValue>> + '_>> {
    Box::pin(async move {
        if files.len() > limits::FILES {
            return Ok(());
        }
        // By what they say of themselves: Chromium gives such entries and has no name for their classes.
        if entry.is_file() {
            let entry: &FileSystemFileEntry = entry.unchecked_ref();
            let found = called(|done, failed| {
                entry.file_with_callback_and_callback(done.unchecked_ref(), failed.unchecked_ref());
            });
            let file: web_sys::File = found.await?.dyn_into()?;
            let path = entry.full_path();
            files.push(content(&file, path.trim_start_matches('/').to_owned()).await?);
        } else {
            let folder: &FileSystemDirectoryEntry = entry.unchecked_ref();
            let reader = folder.create_reader();
            // Browsers give a folder in parts, and an empty one at its end.
            loop {
                let part = called(|done, failed| {
                    let _never_fails = reader.read_entries_with_callback_and_callback(
                        done.unchecked_ref(),
                        failed.unchecked_ref(),
                    );
                });
                let part: js_sys::Array = part.await?.dyn_into()?;
                if part.length() == 0 {
                    break;
                }
                for entry in part.iter() {
                    walk(entry.unchecked_into(), files).await?;
                }
            }
        }
        Ok(())
    })
}

/// What a call that takes two functions gives to the first, or fails with what it gives to the second.
async fn called(call: impl Fn(&JsValue, &JsValue)) -> Result<JsValue, JsValue> {
    let mut call = |resolve: js_sys::Function, reject: js_sys::Function| {
        let done = Closure::once_into_js(move |value: JsValue| {
            let _never_throws = resolve.call1(&JsValue::NULL, &value);
        });
        let failed = Closure::once_into_js(move |reason: JsValue| {
            let _never_throws = reject.call1(&JsValue::NULL, &reason);
        });
        call(&done, &failed);
    };
    JsFuture::from(js_sys::Promise::new(&mut call)).await
}

/// One file. What is larger than may be read crosses with as much as says so, and no more.
async fn content(file: &web_sys::File, name: String) -> Result<Brought, JsValue> {
    let most = limits::FILE_BYTES as f64 + 1.0;
    let read = if file.size() > most { file.slice_with_f64_and_f64(0.0, most)? } else { file.clone().into() };
    let buffer = JsFuture::from(read.array_buffer()).await?;
    Ok(Brought { name, bytes: ByteBuf::from(js_sys::Uint8Array::new(&buffer).to_vec()) })
}
