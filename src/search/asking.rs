//! The search as the page knows it: a worker that is started by the first question, and the latest answers.

use leptos::{prelude::*, task::spawn_local};

use super::results::{Answer, Question, Results};
use crate::{model::text::Lang, state::Explorer, ui::tools_worker::ToolsWorker};

/// What a question is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To suggest records to who is typing.
    Suggest,
    /// To keep what the address searches for.
    Keep,
}

/// How far the worker has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// Not asked for yet.
    Wanted,
    /// Its files are on their way.
    Starting,
    /// It takes questions.
    Running,
    /// It could not be had; the reader may ask again.
    Failed,
}

/// What is asked for one purpose, and the last that was answered.
#[derive(Clone, Copy)]
struct Line {
    /// The latest question, until it is answered: answers to earlier ones come too late.
    asked: StoredValue<Option<Question>>,
    /// What was last asked and answered.
    answered: RwSignal<Option<(String, Results)>>,
}

impl Line {
    fn new() -> Self {
        Self { asked: StoredValue::new(None), answered: RwSignal::new(None) }
    }
}

/// The search. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Search {
    explorer: Explorer,
    lang: Lang,
    progress: RwSignal<Progress>,
    worker: StoredValue<Option<ToolsWorker>, LocalStorage>,
    number: StoredValue<u32>,
    suggest: Line,
    keep: Line,
}

impl Search {
    /// A search that nobody has asked yet; the worker ends with the component that made it.
    #[must_use]
    pub fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            lang: explorer.lang(),
            progress: RwSignal::new(Progress::Wanted),
            worker: StoredValue::new_local(None),
            number: StoredValue::new(0),
            suggest: Line::new(),
            keep: Line::new(),
        }
    }

    /// Whether the search could not be had.
    #[must_use]
    pub fn has_failed(self) -> bool {
        self.progress.get() == Progress::Failed
    }

    /// What was last asked for a purpose and has been answered, with the answer.
    #[must_use]
    pub fn answered(self, purpose: Purpose) -> RwSignal<Option<(String, Results)>> {
        self.line(purpose).answered
    }

    /// Asks, and returns at once. Only the answer to the latest question of a purpose is given.
    pub fn ask(self, purpose: Purpose, query: &str) {
        let number = self.number.get_value().wrapping_add(1);
        self.number.set_value(number);
        let question = Question { number, query: query.to_owned(), lang: self.lang.as_str().to_owned() };
        self.post(&question);
        self.line(purpose).asked.set_value(Some(question));
        self.start();
    }

    /// Nothing is asked for a purpose any more.
    pub fn forget(self, purpose: Purpose) {
        let Line { asked, answered } = self.line(purpose);
        asked.set_value(None);
        answered.set(None);
    }

    /// Starts the worker unless it runs or is being started; what was asked meanwhile is asked then.
    pub fn start(self) {
        if self.progress.get_untracked() != Progress::Wanted {
            return;
        }
        self.progress.set(Progress::Starting);
        // What is found is shown only once the page knows it as well.
        self.explorer.fetch_detail();
        spawn_local(async move {
            let hear = move |answer: Option<_>| {
                self.receive(answer.and_then(|answer| serde_wasm_bindgen::from_value(answer).ok()));
            };
            match ToolsWorker::start(self.explorer, hear).await {
                Ok(worker) => self.go_on_with(worker),
                Err(_) => self.give_up(),
            }
        });
    }

    /// Starts again after a failure.
    pub fn retry(self) {
        self.progress.set(Progress::Wanted);
        self.start();
    }

    fn line(self, purpose: Purpose) -> Line {
        match purpose {
            Purpose::Suggest => self.suggest,
            Purpose::Keep => self.keep,
        }
    }

    fn post(self, question: &Question) {
        self.worker.with_value(|worker| {
            if let Some(worker) = worker {
                post(worker, question);
            }
        });
    }

    // From here on the component may be gone: what comes then is dropped.

    fn go_on_with(self, worker: ToolsWorker) {
        for line in [self.suggest, self.keep] {
            line.asked.try_with_value(|question| question.as_ref().map(|question| post(&worker, question)));
        }
        self.worker.try_update_value(|place| *place = Some(worker));
        self.progress.try_set(Progress::Running);
    }

    fn give_up(self) {
        self.worker.try_update_value(|place| *place = None);
        self.progress.try_set(Progress::Failed);
    }

    fn receive(self, answer: Option<Answer>) {
        let Some(Answer { number, results }) = answer else { return self.give_up() };
        for Line { asked, answered } in [self.suggest, self.keep] {
            let question = asked.try_update_value(|asked| asked.take_if(|asked| asked.number == number));
            if let Some(Some(question)) = question {
                answered.try_set(Some((question.query, results)));
                return;
            }
        }
    }
}

fn post(worker: &ToolsWorker, question: &Question) {
    if let Ok(question) = serde_wasm_bindgen::to_value(question) {
        worker.post(&question);
    }
}
