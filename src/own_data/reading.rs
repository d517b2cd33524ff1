//! Reading what a reader has brought: the worker, how far it has come, what it says. Copy: pass it freely.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    exchange::exchange,
    files::Gathered,
    message::{self, Answer, Decision, Request, Told, Written},
    prepared::Prepared,
};
use crate::{
    state::{
        Explorer,
        brought::{Brought, Draw},
    },
    ui::{
        keyboard::{find, focus_first},
        program_worker::{Program, ProgramWorker},
    },
};

/// Where the dialog begins, and what it says of what was read.
const FIRST_FIELD: &str = ".own-data input[name=files]";
const OUTCOME: &str = ".own-data-outcome";

/// How far it has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Nothing was brought.
    Waiting,
    /// The files are on their way to the worker, or the worker to the page.
    Starting,
    /// So many rows are read.
    Reading(u32),
    /// This came of it.
    Told(Arc<Told>),
    /// It is on its way to the page.
    Taking,
    /// The reader has stopped it.
    Cancelled,
    /// The files cannot be read from where they are.
    Unreadable,
    /// The worker could not be had, or has failed.
    Failed,
}

/// The reading of one dialog.
#[derive(Clone, Copy)]
pub struct Reading {
    explorer: Explorer,
    draw: Draw,
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    worker: StoredValue<Option<ProgramWorker>, LocalStorage>,
    /// Which reading this is: what comes of an earlier one is dropped.
    number: StoredValue<u32>,
    /// How often something was told: what was written of it earlier is dropped.
    telling: StoredValue<u32>,
    /// What was told of, ready to be shown.
    prepared: StoredValue<Option<Prepared>>,
    /// The title under which the reader wants it shown, as soon as it can be.
    wanted: StoredValue<Option<String>>,
    /// The title that the reader has typed for these files.
    title: StoredValue<Option<String>>,
    /// The name of the field in which the reader decides: it has the keyboard again once the files are read again.
    field: StoredValue<Option<String>>,
}

impl Reading {
    /// A reading that has not begun; its worker ends with the component that made it.
    #[must_use]
    pub fn new(explorer: Explorer, draw: Draw) -> Self {
        Self {
            explorer,
            draw,
            stage: RwSignal::new(Stage::Waiting),
            worker: StoredValue::new_local(None),
            number: StoredValue::new(0),
            telling: StoredValue::new(0),
            prepared: StoredValue::new(None),
            wanted: StoredValue::new(None),
            title: StoredValue::new(None),
            field: StoredValue::new(None),
        }
    }

    /// Reads what was gathered; an earlier reading ends.
    pub fn read(self, gathered: Gathered) {
        if gathered.is_empty() {
            return;
        }
        let number = self.begin();
        spawn_local(async move {
            match gathered.contents().await {
                Ok(files) => self.read_files(files, number).await,
                Err(_) if self.is_latest(number) => drop(self.stage.try_set(Stage::Unreadable)),
                Err(_) => {}
            }
        });
    }

    /// Reads a text that was pasted.
    pub fn read_text(self, name: &str, text: String) {
        let number = self.begin();
        let file = message::Brought { name: name.to_owned(), bytes: text.into_bytes().into() };
        spawn_local(self.read_files(vec![file], number));
    }

    /// The title to show: the one that the reader has typed, or else this.
    pub fn titled(self, otherwise: String) -> String {
        self.title.get_value().unwrap_or(otherwise)
    }

    /// The reader has typed a title.
    pub fn name(self, title: String) {
        self.title.set_value(Some(title));
    }

    /// Reads again, by what the reader has decided in the field of this name.
    pub fn decide(self, decision: Decision, field: String) {
        self.field.set_value(Some(field));
        self.stage.set(Stage::Starting);
        self.post(&Request::Decide(decision));
    }

    /// Hands what was read over to the page, under this title.
    pub fn take(self, title: String) {
        self.stage.set(Stage::Taking);
        self.wanted.set_value(Some(title));
        self.show_if_wanted();
    }

    /// Stops whatever is going on.
    pub fn cancel(self) {
        self.begin();
        self.stage.set(Stage::Cancelled);
        // The button that was pressed has gone.
        focus_first(FIRST_FIELD);
    }

    /// Ends what went on, and gives the number of what begins.
    fn begin(self) -> u32 {
        // A worker that is busy hears nothing: it ends.
        self.worker.set_value(None);
        self.title.set_value(None);
        self.field.set_value(None);
        self.forget();
        self.number.update_value(|number| *number = number.wrapping_add(1));
        self.stage.set(Stage::Starting);
        self.number.get_value()
    }

    /// What was told of before is no longer what is read.
    fn forget(self) {
        self.telling.update_value(|telling| *telling = telling.wrapping_add(1));
        self.prepared.set_value(None);
        self.wanted.set_value(None);
    }

    fn is_latest(self, number: u32) -> bool {
        self.number.try_get_value() == Some(number)
    }

    async fn read_files(self, files: Vec<message::Brought>, number: u32) {
        let hear = move |answer: Option<_>| {
            if self.is_latest(number) {
                self.hear(answer.and_then(|answer| serde_wasm_bindgen::from_value(answer).ok()));
            }
        };
        let started = match Program::fetch("data-import") {
            Ok(program) => program.start([], hear).await,
            Err(reason) => Err(reason),
        };
        // The dialog may be gone by now.
        if !self.is_latest(number) {
            return;
        }
        let Ok(worker) = started else {
            self.stage.try_set(Stage::Failed);
            return;
        };
        self.worker.set_value(Some(worker));
        let lang = self.explorer.lang().as_str().to_owned();
        self.post(&Request::Read { files, lang, today: today() });
    }

    fn post(self, request: &Request) {
        let request = serde_wasm_bindgen::to_value(request);
        let is_posted = self.worker.with_value(|worker| match (worker, request) {
            (Some(worker), Ok(request)) => {
                worker.post(&request);
                true
            }
            _ => false,
        });
        if !is_posted {
            self.stage.set(Stage::Failed);
        }
    }

    fn hear(self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Progress(rows)) => self.stage.set(Stage::Reading(rows)),
            Some(Answer::Told(told)) => {
                self.forget();
                self.stage.set(Stage::Told(Arc::new(told)));
                self.give_back_the_keyboard();
            }
            Some(Answer::Written(written)) => self.prepare(written),
            None => {
                self.worker.set_value(None);
                self.stage.set(Stage::Failed);
            }
        }
    }

    /// Decodes what was told of while the reader looks at that.
    fn prepare(self, Written { file, fr, en }: Written) {
        let fr = Arc::new(fr.into_vec());
        let en = en.map_or_else(|| fr.clone(), |en| Arc::new(en.into_vec()));
        let telling = self.telling.get_value();
        spawn_local(async move {
            let prepared = Prepared::of(Brought { file, details: [fr, en], is_published: false }).await;
            // The dialog may be gone by now, or other files be read.
            if self.telling.try_get_value() != Some(telling) {
                return;
            }
            if prepared.is_none() {
                self.stage.set(Stage::Failed);
            }
            self.prepared.set_value(prepared);
            self.show_if_wanted();
        });
    }

    fn show_if_wanted(self) {
        let (true, Some(title)) = (self.prepared.with_value(Option::is_some), self.wanted.get_value()) else {
            return;
        };
        let Some(prepared) = self.prepared.try_update_value(Option::take).flatten() else { return };
        let explorer = self.explorer;
        match prepared.shown(Some((title.trim(), explorer.lang()))) {
            Some(shown) => exchange(Some(shown), explorer.lang(), explorer.defaults(), self.draw),
            None => self.stage.set(Stage::Failed),
        }
    }

    /// What was decided in has been drawn anew, or is no longer asked: then what came of it has the keyboard, and no
    /// button, which a key still on its way would press.
    fn give_back_the_keyboard(self) {
        let Some(field) = self.field.try_update_value(Option::take).flatten() else { return };
        // Once it is drawn.
        request_animation_frame(move || {
            let field = format!(".own-data section [name=\"{field}\"]");
            focus_first(if find(&field).is_some() { &field } else { OUTCOME });
        });
    }
}

/// The reader's today, as [`Day`](crate::model::date::Day) counts.
fn today() -> i32 {
    const DAY_MS: f64 = 86_400_000.0;
    let now = js_sys::Date::new_0();
    // The day on the reader's wall, not in Greenwich.
    ((now.get_time() - now.get_timezone_offset() * 60_000.0) / DAY_MS).floor() as i32
}
