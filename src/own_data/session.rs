//! Files that were brought, read again after each decision: what the reader beside the page holds between two questions.

use serde_bytes::ByteBuf;

use super::{
    message::{Answer, Brought, Decision, Open, Request, Told, ToldColumn, ToldProblem, ToldRole, Written},
    words,
};
use crate::{
    data::{
        Package,
        checksum::with_checksum,
        embed::{Embed as _, to_bytes},
    },
    import::{
        self, Cancelled, File, Import, Progress,
        assumption::{Choices, Taken as Meaning},
        mapping::Role,
    },
    model::{
        date::Day,
        strategy::Tables,
        text::{Lang, Prose, Text},
    },
};

/// The files, what was decided, and what came of it.
#[derive(Debug)]
pub struct Session {
    files: Vec<File>,
    choices: Choices,
    lang: Lang,
    import: Import,
    /// Whether what was read was handed over.
    is_handed_over: bool,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            choices: Choices::default(),
            lang: Lang::Fr,
            import: Import::default(),
            is_handed_over: false,
        }
    }
}

impl Session {
    /// Does what the page asks; `None` if it cannot be done.
    ///
    /// # Errors
    /// `progress` stopped the reading.
    pub fn answer(&mut self, request: Request, progress: Progress) -> Result<Option<Answer>, Cancelled> {
        match request {
            Request::Read { files, lang, today } => {
                let file = |Brought { name, bytes }| File { name, bytes: bytes.into_vec() };
                self.files = files.into_iter().map(file).collect();
                self.choices = Choices::on(Day(today));
                self.lang = Lang::parse(&lang).unwrap_or(Lang::Fr);
                self.read(progress)
            }
            Request::Decide(decision) => {
                self.decide(&decision);
                self.read(progress)
            }
        }
    }

    fn read(&mut self, progress: Progress) -> Result<Option<Answer>, Cancelled> {
        // Only one reading is ever held: the earlier one goes first.
        self.import = Import::default();
        self.import = import::read(self.files.clone(), &self.choices, progress)?;
        self.is_handed_over = false;
        Ok(Some(Answer::Told(told(&self.import, self.lang))))
    }

    fn decide(&mut self, decision: &Decision) {
        let import = &self.import;
        let made = match decision {
            Decision::Answer(place, way) => import.questions.get(*place as usize).and_then(|question| {
                Some((question.column.clone(), question.alternatives.get(*way as usize)?.clone()))
            }),
            Decision::Correct(place, way) => import.assumptions.get(*place as usize).and_then(|assumption| {
                Some((assumption.column.clone(), assumption.alternatives.get(*way as usize)?.clone()))
            }),
            Decision::Column(place, role) => {
                if let Some(mapping) = import.mapping.clone() {
                    self.choices.mapping = Some(mapping.with(*place as usize, Role::parse(role)));
                }
                None
            }
        };
        if let Some((column, taken)) = made {
            // Another form has other columns.
            if matches!(taken, Meaning::Format(_) | Meaning::Header(_) | Meaning::Separator(_)) {
                self.choices.mapping = None;
            }
            self.choices = std::mem::take(&mut self.choices).with(column.as_deref(), taken);
        }
    }

    /// Hands over what was read, as the page takes it; nothing if nothing can be shown, or it was handed over before.
    pub fn written(&mut self) -> Option<Answer> {
        // What is handed over stays until the next reading: to clear it away takes time, and the page waits.
        let Package { tables, prose } = self.import.package.as_mut().filter(|_| !self.is_handed_over)?;
        self.is_handed_over = true;
        if tables.about.title == Text::default() {
            tables.about.title.clone_from(&self.import.title);
        }
        let tables = to_bytes(&*tables);
        let detail = |mut bytes: Vec<u8>, prose: &Prose| {
            prose.write(&mut bytes);
            ByteBuf::from(with_checksum(bytes))
        };
        let [fr, en] = &*prose;
        // Most files are in one language.
        let en = (fr != en).then(|| detail(tables.clone(), en));
        Some(Answer::Written(Written { file: name_of(&self.files), fr: detail(tables, fr), en }))
    }
}

/// What a reader calls the files: the only one's name, or that of the folder they came in.
fn name_of(files: &[File]) -> String {
    let first = files.first().map_or("", |file| file.name.as_str());
    let place = if files.len() > 1 { first.split('/').next() } else { first.rsplit('/').next() };
    place.unwrap_or_default().to_owned()
}

/// A number that crosses as one.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What came of reading, in words.
fn told(import: &Import, lang: Lang) -> Told {
    let problem = |problem: &import::problem::Problem| ToldProblem {
        file: problem.file.clone(),
        row: problem.row.map(count),
        column: problem.column.clone().unwrap_or_default(),
        value: problem.value.clone().unwrap_or_default(),
        says: problem.says(lang),
        detail: problem.detail(lang).to_owned(),
    };
    let open = |place: usize, says: String, taken: &Meaning, others: &[Meaning]| Open {
        place: count(place),
        says,
        taken: taken.says(lang),
        others: others.iter().map(|way| way.says(lang)).collect(),
    };
    let mapping = import.mapping.iter().flat_map(|mapping| &mapping.columns);
    let roles = Role::ALL.iter().map(|&role| ToldRole {
        name: role.as_str().to_owned(),
        label: import::words::role(role, lang).to_owned(),
    });
    let titles = import.package.as_ref().map(|package| &package.tables.about.title);
    Told {
        title: titles.unwrap_or(&import.title).get(lang).to_owned(),
        format: import.format.map(|format| import::words::format(format, lang).to_owned()),
        holds: import.package.as_ref().map(|package| holds(&package.tables, lang)).unwrap_or_default(),
        rows_used: count(import.rows_used),
        rows_left_out: count(import.rows_left_out),
        problems: import.problems.listed.iter().map(problem).collect(),
        problem_count: count(import.problems.total),
        assumptions: import
            .assumptions
            .iter()
            .enumerate()
            // What each column is for stands in a list of its own.
            .filter(|(_, one)| import.mapping.is_none() || !matches!(one.taken, Meaning::Column { .. }))
            .map(|(place, one)| open(place, one.says(lang), &one.taken, &one.alternatives))
            .collect(),
        questions: import
            .questions
            .iter()
            .enumerate()
            .map(|(place, one)| open(place, one.says(lang), &one.default, &one.alternatives))
            .collect(),
        columns: mapping
            .map(|column| ToldColumn {
                name: column.name.clone(),
                role: column.role.map(|role| role.as_str().to_owned()).unwrap_or_default(),
            })
            .collect(),
        roles: if import.mapping.is_some() { roles.collect() } else { Vec::new() },
    }
}

/// What the tables hold, the kinds that a reader would count.
fn holds(tables: &Tables, lang: Lang) -> Vec<String> {
    let counts = [
        (tables.events.len(), words::EVENTS),
        (tables.envelopes.len(), words::ENVELOPES),
        (tables.themes.len(), words::THEMES),
        (tables.projects.len(), words::PROJECTS),
        (tables.indicators.len(), words::INDICATORS),
        (tables.sources.len(), words::SOURCES),
    ];
    counts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, kind)| words::counted(number, kind, lang))
        .collect()
}
