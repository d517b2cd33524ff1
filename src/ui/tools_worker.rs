//! The worker beside the page, which holds all data and answers questions: the same program for everyone who asks.

use wasm_bindgen::JsValue;

use super::program_worker::{Program, ProgramWorker};
use crate::state::{Explorer, fetching::both_details};

/// The worker, running; dropping it ends it.
pub struct ToolsWorker(ProgramWorker);

impl ToolsWorker {
    /// Fetches what the worker needs and starts it; `hear` is given its answers, and nothing if it fails.
    ///
    /// # Errors
    /// Its files could not be had, or the browser refuses it.
    pub async fn start(
        explorer: Explorer,
        hear: impl Fn(Option<JsValue>) + Copy + 'static,
    ) -> Result<Self, JsValue> {
        let program = Program::fetch("data-tools")?;
        let [fr, en] = match explorer.brought() {
            Some(brought) => {
                brought.details.each_ref().map(|detail| js_sys::Uint8Array::from(&detail[..]).buffer())
            }
            None => both_details().await?,
        };
        let is_brought = JsValue::from(explorer.brought().is_some());
        program.start([fr.into(), en.into(), is_brought], hear).await.map(Self)
    }

    /// Asks something; the answer is heard.
    pub fn post(&self, question: &JsValue) {
        self.0.post(question);
    }
}
