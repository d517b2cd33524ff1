//! The worker beside the page, which holds all data and answers questions: the same program for everyone who asks.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// A worker that is running; dropping it ends it.
pub struct ToolsWorker {
    worker: Worker,
    script: String,
    _hears_messages: Closure<dyn Fn(MessageEvent)>,
    _hears_failure: Closure<dyn Fn()>,
}

impl ToolsWorker {
    /// Fetches what the worker needs and starts it; `hear` is given its answers, and nothing if it fails.
    ///
    /// It runs from a blob: a worker with an address of its own is refused in a sandboxed frame and on file://.
    ///
    /// # Errors
    /// Its files could not be had, or the browser refuses it.
    pub async fn start(hear: impl Fn(Option<JsValue>) + Copy + 'static) -> Result<Self, JsValue> {
        let attribute = |name| document().document_element().and_then(|root| root.get_attribute(name));
        let (Some(tools), Some(fr), Some(en)) =
            (attribute("data-tools"), attribute("data-detail-fr"), attribute("data-detail-en"))
        else {
            return Err(JsValue::NULL);
        };
        // All on their way before the first is waited for.
        let [script, module, fr, en] = [format!("{tools}.js"), format!("{tools}.wasm"), fr, en]
            .map(|address| JsFuture::from(window().fetch_with_str(&address)));
        let (script, module, fr, en) =
            (bytes(script).await?, bytes(module).await?, bytes(fr).await?, bytes(en).await?);

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
        let worker = Self { worker, script, _hears_messages: message, _hears_failure: failure };
        worker.worker.post_message(&js_sys::Array::of3(&module, &fr, &en))?;
        Ok(worker)
    }

    /// Asks something; the answer is heard.
    pub fn post(&self, question: &JsValue) {
        let _never_fails = self.worker.post_message(question);
    }
}

impl Drop for ToolsWorker {
    fn drop(&mut self) {
        self.worker.terminate();
        let _never_fails = web_sys::Url::revoke_object_url(&self.script);
    }
}

/// The content of a file that is on its way; an empty one is none: as a script it would never answer.
async fn bytes(response: JsFuture) -> Result<JsValue, JsValue> {
    let response: web_sys::Response = response.await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let content: js_sys::ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    if content.byte_length() == 0 { Err(JsValue::NULL) } else { Ok(content.into()) }
}
