//! A program that runs beside the page, in a worker of its own.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker};

use crate::state::fetching::{Fetching, fetching, named_by_page};

/// A worker that is running; dropping it ends it.
pub struct ProgramWorker {
    worker: Worker,
    script: String,
    _hears_messages: Closure<dyn Fn(MessageEvent)>,
    _hears_failure: Closure<dyn Fn()>,
}

/// A program on its way: its script and its module.
pub struct Program {
    script: Fetching,
    module: Fetching,
}

impl Program {
    /// Asks for the program that the page's own tag names; both files are on their way from now on.
    ///
    /// # Errors
    /// The page names none.
    pub fn fetch(attribute: &str) -> Result<Self, JsValue> {
        let name = named_by_page(attribute).ok_or(JsValue::NULL)?;
        Ok(Self { script: fetching(&format!("{name}.js")), module: fetching(&format!("{name}.wasm")) })
    }

    /// Starts it with what it needs besides its module; `hear` is given its answers, and nothing if it fails.
    ///
    /// It runs from a blob: a worker with an address of its own is refused in a sandboxed frame and on file://.
    ///
    /// # Errors
    /// Its files could not be had, or the browser refuses it.
    pub async fn start(
        self,
        needed: impl IntoIterator<Item = JsValue>,
        hear: impl Fn(Option<JsValue>) + Copy + 'static,
    ) -> Result<ProgramWorker, JsValue> {
        let (script, module) = (self.script.content().await?, self.module.content().await?);
        let kind = web_sys::BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let blob =
            web_sys::Blob::new_with_buffer_source_sequence_and_options(&js_sys::Array::of1(&script), &kind)?;
        let script = web_sys::Url::create_object_url_with_blob(&blob)?;
        let worker = Worker::new(&script)?;
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let answer = event.data();
            hear((!answer.is_null()).then_some(answer));
        });
        let failure = Closure::<dyn Fn()>::new(move || hear(None));
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failure.as_ref().unchecked_ref()));
        let worker = ProgramWorker { worker, script, _hears_messages: message, _hears_failure: failure };
        let first = js_sys::Array::of1(&module);
        for one in needed {
            first.push(&one);
        }
        worker.post(&first);
        Ok(worker)
    }
}

impl ProgramWorker {
    /// Asks something; the answer is heard.
    pub fn post(&self, question: &JsValue) {
        let _never_fails = self.worker.post_message(question);
    }
}

impl Drop for ProgramWorker {
    fn drop(&mut self) {
        self.worker.terminate();
        let _never_fails = web_sys::Url::revoke_object_url(&self.script);
    }
}
