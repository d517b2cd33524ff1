//! What each column of a table is for, guessed from its name and from what stands in it.

use std::collections::HashSet;

use crate::{
    i18n::folding::folded,
    model::{
        event::{EventKind, Status},
        order::sorted,
    },
};

use super::{
    amounts,
    assumption::{Because, DateOrder, Taken},
    dates, limits,
    mapping::{MappedColumn, Mapping, Role},
    markup,
    report::Report,
    table::Table,
};

/// How many rows tell what is in a column.
const SAMPLE_ROWS: usize = 1_000;

/// How long a text is on average, in bytes, that says something rather than names it.
const LONG_TEXT: usize = 60;

/// The names of columns, folded, in French and in English.
const NAMES: [(Role, &[&str]); 12] = [
    (
        Role::Id,
        &[
            "id",
            "identifiant",
            "identifier",
            "code",
            "cle",
            "key",
            "slug",
            "ref",
            "reference",
            "numero",
            "unique id",
        ],
    ),
    (
        Role::EndDate,
        &["end date", "date fin", "date de fin", "date end", "fin", "end", "until", "jusqu au", "jusqu a"],
    ),
    (
        Role::Date,
        &[
            "date",
            "start date",
            "date debut",
            "date de debut",
            "date start",
            "debut",
            "start",
            "begin",
            "annee",
            "year",
            "jour",
            "day",
            "quand",
            "when",
            "depuis",
        ],
    ),
    (
        Role::Title,
        &[
            "title",
            "titre",
            "headline",
            "name",
            "nom",
            "label",
            "libelle",
            "intitule",
            "designation",
            "objet",
            "poste",
            "mesure",
            "action",
            "projet",
            "project",
            "event",
            "evenement",
            "item",
        ],
    ),
    (
        Role::Text,
        &[
            "text",
            "texte",
            "description",
            "resume",
            "summary",
            "detail",
            "details",
            "contenu",
            "commentaire",
            "comment",
            "notes",
            "note",
            "remarque",
        ],
    ),
    (
        Role::Group,
        &[
            "group",
            "groupe",
            "theme",
            "thematique",
            "category",
            "categorie",
            "axe",
            "volet",
            "domaine",
            "rubrique",
            "secteur",
            "topic",
            "type",
            "nature",
        ],
    ),
    (Role::Kind, &["kind", "type", "nature", "genre"]),
    (Role::Status, &["status", "statut", "etat", "state", "avancement"]),
    (
        Role::Amount,
        &[
            "amount",
            "montant",
            "budget",
            "cout",
            "cost",
            "credits",
            "enveloppe",
            "depense",
            "depenses",
            "value",
            "valeur",
            "euros",
            "eur",
            "total",
            "somme",
        ],
    ),
    (Role::Parent, &["parent", "parent id", "id parent", "poste parent", "rattachement", "part of"]),
    (Role::Source, &["source", "sources", "origine", "auteur", "publisher"]),
    (Role::Link, &["link", "lien", "url", "adresse", "href", "web", "site"]),
];

/// What is in a column.
#[derive(Debug, Default)]
struct Content {
    /// Cells that are not empty, among those looked at.
    filled: usize,
    dates: usize,
    /// Dates that are no plain numbers.
    clear_dates: usize,
    amounts: usize,
    units: usize,
    years: usize,
    links: usize,
    kinds: usize,
    statuses: usize,
    bytes: usize,
    distinct: usize,
    is_unique: bool,
    /// Whether so few values return that each could be a theme.
    is_few: bool,
}

impl Content {
    fn of(table: &Table, from: usize, column: usize) -> Self {
        let mut content = Self { is_unique: true, ..Self::default() };
        let mut seen = HashSet::new();
        for row in table.rows(from).take(SAMPLE_ROWS) {
            let cell = row.cell(column);
            if cell.is_empty() {
                content.is_unique = false;
                continue;
            }
            content.is_unique &= seen.insert(cell);
            content.filled += 1;
            content.bytes += cell.len();
            let is_amount = amounts::is_amount(cell);
            let is_date = [DateOrder::DayFirst, DateOrder::MonthFirst]
                .iter()
                .any(|order| dates::read(cell, *order).is_ok());
            content.dates += usize::from(is_date);
            content.clear_dates += usize::from(is_date && !is_amount);
            content.amounts += usize::from(is_amount);
            content.units += usize::from(amounts::names_a_unit(cell));
            content.years += usize::from(is_date && is_amount && cell.len() == 4);
            content.links += usize::from(markup::safe_url(cell).is_some());
            content.kinds += usize::from(kind(cell).is_some());
            content.statuses += usize::from(status(cell).is_some());
        }
        content.distinct = seen.len();
        let mut groups = HashSet::new();
        content.is_few = table.rows(from).all(|row| {
            groups.insert(row.cell(column));
            groups.len() <= limits::GUESSED_THEMES
        });
        content
    }

    /// Whether `count` is most of what is there.
    fn is_most(&self, count: usize) -> bool {
        self.filled > 0 && 2 * count >= self.filled
    }

    /// Whether `count` is enough for a name to be believed: the others are slips to tell of.
    fn is_some(&self, count: usize) -> bool {
        self.filled > 0 && 4 * count >= self.filled
    }

    /// Whether `count` is all but some slips.
    fn is_nearly_all(&self, count: usize) -> bool {
        self.filled > 0 && 10 * count >= 8 * self.filled
    }

    fn is_text(&self) -> bool {
        self.filled > 0
            && !self.is_most(self.dates)
            && !self.is_most(self.amounts)
            && !self.is_most(self.links)
    }

    /// Whether a column whose name says `role` can have it.
    fn allows(&self, role: Role) -> bool {
        match role {
            Role::Date | Role::EndDate => self.is_some(self.dates),
            Role::Amount => self.is_some(self.amounts),
            Role::Id => self.is_nearly_all(self.distinct),
            Role::Title | Role::Text => self.filled > 0 && !self.is_most(self.links),
            Role::Group => self.is_few && self.filled > 0,
            Role::Kind => self.is_most(self.kinds),
            Role::Status => self.is_most(self.statuses),
            Role::Parent => self.filled > 0,
            Role::Source => self.filled > 0 && !self.is_nearly_all(self.links),
            Role::Link => self.is_most(self.links),
        }
    }

    /// How clearly the column has `role` by what is in it alone.
    fn speaks_for(&self, role: Role) -> Option<u32> {
        let is_so = match role {
            Role::Date => self.is_nearly_all(self.clear_dates),
            Role::Amount => {
                self.is_nearly_all(self.amounts) && !self.is_nearly_all(self.years) && !self.is_unique_count()
            }
            Role::Link => self.is_nearly_all(self.links),
            Role::Title => self.is_text(),
            Role::Text => self.is_text() && self.bytes / self.filled >= LONG_TEXT,
            _ => false,
        };
        // A unit leaves no doubt.
        let by_unit = u32::from(role == Role::Amount && self.units > 0) * 2;
        let long = role == Role::Text;
        is_so.then_some(2 + by_unit + u32::from(long))
    }

    /// Whether it is a column of numbers of which none returns and none is written as money is: more likely a rank.
    fn is_unique_count(&self) -> bool {
        self.is_unique && self.units == 0 && self.amounts == self.filled && self.bytes <= 3 * self.filled
    }
}

/// How well a name says a role: exactly, by its first words, by one of its words.
fn name_says(name: &str, role: Role) -> Option<u32> {
    let words: Vec<_> = name.split(' ').collect();
    let names = NAMES.iter().find(|(named, _)| *named == role).map(|(_, names)| *names).unwrap_or_default();
    let best = names.iter().filter_map(|known| {
        let known_words: Vec<_> = known.split(' ').collect();
        if name == *known {
            Some(30)
        } else if words.starts_with(&known_words) {
            Some(20 + known_words.len() as u32)
        } else if words.windows(known_words.len()).any(|window| window == known_words) {
            Some(10 + known_words.len() as u32)
        } else {
            None
        }
    });
    // `type` may say a kind or, if its words are no kinds, a theme.
    best.max().map(|best| best - u32::from(role == Role::Group && matches!(name, "type" | "nature")))
}

/// Whether a name is one that a header has.
fn is_known_name(name: &str) -> bool {
    let name = folded(name);
    Role::ALL.iter().any(|&role| name_says(&name, role).is_some())
}

/// Whether the first row names the columns: it has a name that is known, or a word where figures and dates stand below.
pub(super) fn has_header(table: &Table) -> bool {
    let Some(first) = table.rows(0).next() else { return false };
    let is_figure = |cell: &str| amounts::is_amount(cell) || dates::read(cell, DateOrder::DayFirst).is_ok();
    if first.cells().any(|cell| !is_figure(cell) && is_known_name(cell)) {
        return true;
    }
    let has_figures = |column: usize| {
        let cells = table.rows(1).take(SAMPLE_ROWS).map(|row| row.cell(column));
        let (all, figures) = cells
            .filter(|cell| !cell.is_empty())
            .fold((0, 0), |(all, figures), cell| (all + 1, figures + usize::from(is_figure(cell))));
        all > 0 && 2 * figures >= all
    };
    let columns: Vec<_> = (0..table.width()).filter(|&column| has_figures(column)).collect();
    columns.is_empty() || columns.iter().any(|&column| !is_figure(first.cell(column)))
}

/// The mapping of a table: the one that was chosen, or what names and contents say, with what they leave open.
pub(super) fn mapping(table: &Table, has_header: bool, report: &mut Report) -> Mapping {
    let from = usize::from(has_header);
    let names: Vec<String> = match table.rows(0).next() {
        Some(header) if has_header => header
            .cells()
            .enumerate()
            .map(|(place, name)| if name.is_empty() { letter(place) } else { name.to_owned() })
            .collect(),
        _ => (0..table.width()).map(letter).collect(),
    };
    if let Some(chosen) = report.choices.mapping.as_ref().filter(|chosen| chosen.columns.len() == names.len())
    {
        let columns = chosen.columns.iter().zip(names);
        return Mapping {
            columns: columns.map(|(column, name)| MappedColumn { name, ..column.clone() }).collect(),
        };
    }
    let mut guessed = guess(table, from, names, report);
    // Choices of single columns come after what was guessed.
    for choice in &report.choices.made {
        if let Taken::Column { role, name } = &choice.taken
            && let Some(place) = guessed.columns.iter().position(|column| column.name == *name)
        {
            guessed = guessed.with(place, Some(*role));
        }
    }
    guessed
}

fn guess(table: &Table, from: usize, names: Vec<String>, report: &mut Report) -> Mapping {
    #[derive(Clone)]
    struct Candidate {
        role: Role,
        column: usize,
        score: u32,
    }
    let contents: Vec<_> = (0..names.len()).map(|column| Content::of(table, from, column)).collect();
    let mut candidates = Vec::new();
    for (column, (name, content)) in names.iter().zip(&contents).enumerate() {
        let name = folded(name);
        for &role in Role::ALL {
            let by_name = name_says(&name, role).filter(|_| from > 0 && content.allows(role));
            if let Some(score) = by_name.or_else(|| content.speaks_for(role)) {
                candidates.push(Candidate { role, column, score });
            }
        }
    }
    let candidates = sorted(&candidates, |a, b| (b.score, a.column).cmp(&(a.score, b.column)));
    let mut mapping = Mapping {
        columns: names
            .into_iter()
            .map(|name| MappedColumn { name, role: None, because: Because::Content })
            .collect(),
    };
    let mut scores = vec![0; mapping.columns.len()];
    for candidate in &candidates {
        let is_free = mapping.columns[candidate.column].role.is_none();
        if is_free && mapping.column(candidate.role).is_none() {
            let column = &mut mapping.columns[candidate.column];
            column.role = Some(candidate.role);
            column.because = if candidate.score >= 10 { Because::Name } else { Because::Content };
            scores[candidate.column] = candidate.score;
        }
    }
    let is_chosen = |role: Role| {
        let picks = |taken: &Taken| {
            matches!(taken, Taken::Column { role: chosen, .. } if *chosen == role).then_some(())
        };
        report.choices.find(None, picks).is_some()
    };
    let mut notes = Vec::new();
    for (place, column) in mapping.columns.iter().enumerate() {
        let Some(role) = column.role else { continue };
        let taken = |column: &MappedColumn| Taken::Column { role, name: column.name.clone() };
        let others = candidates.iter().filter(|candidate| {
            let is_other = candidate.role == role && candidate.column != place;
            is_other && mapping.columns[candidate.column].role.is_none()
        });
        let others: Vec<_> =
            others.map(|other| (other.score, taken(&mapping.columns[other.column]))).collect();
        // What the whole rests on is asked for where another column fits as well.
        let is_open = matches!(role, Role::Amount | Role::Date)
            && !is_chosen(role)
            && others.iter().any(|(score, _)| *score / 10 >= scores[place] / 10);
        let others: Vec<_> = others.into_iter().map(|(_, other)| other).collect();
        notes.push((taken(column), column.because.clone(), others, is_open));
    }
    for (taken, because, others, is_open) in notes {
        if is_open {
            report.ask(None, taken, others);
        } else {
            report.assume(None, taken, because, others);
        }
    }
    mapping
}

/// The name of a column without one, as spreadsheets give it: A to Z, then AA.
fn letter(place: usize) -> String {
    let mut name = String::new();
    let mut rest = place + 1;
    while rest > 0 {
        name.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name
}

/// The kind that a word says, in French or in English.
pub(super) fn kind(word: &str) -> Option<EventKind> {
    Some(match folded(word).as_str() {
        "decision" => EventKind::Decision,
        "law" | "loi" | "bill" | "projet de loi" | "decret" => EventKind::Law,
        "report" | "rapport" => EventKind::Report,
        "launch" | "lancement" | "start" | "ouverture" => EventKind::Launch,
        "failure" | "echec" | "arret" | "abandon" => EventKind::Failure,
        "agreement" | "accord" | "convention" => EventKind::Agreement,
        "publication" => EventKind::Publication,
        "milestone" | "jalon" | "event" | "evenement" => EventKind::Milestone,
        _ => return None,
    })
}

/// The status that a word says, in French or in English.
pub(super) fn status(word: &str) -> Option<Status> {
    Some(match folded(word).as_str() {
        "past" | "passe" | "passee" | "done" | "fait" | "faite" | "termine" | "terminee" | "acheve"
        | "achevee" | "realise" | "realisee" | "completed" | "finished" | "closed" | "clos" => Status::Past,
        "ongoing" | "en cours" | "in progress" | "under way" | "active" | "engage" | "engagee" => {
            Status::Ongoing
        }
        "announced" | "annonce" | "annoncee" | "planned" | "prevu" | "prevue" | "planifie" | "planifiee" => {
            Status::Announced
        }
        "later" | "a venir" | "upcoming" | "future" | "futur" => Status::Later,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::import::assumption::{Choices, Question};

    fn mapped(text: &str, choices: &Choices) -> (Vec<Option<Role>>, Vec<Question>) {
        let mut progress = |_| ControlFlow::Continue(());
        let mut report = Report::new("t.csv", choices, &mut progress);
        let table = Table::read(text, &mut report).expect("not stopped").expect("not refused");
        let mapping = mapping(&table, has_header(&table), &mut report);
        (mapping.columns.iter().map(|column| column.role).collect(), report.questions)
    }

    fn roles(text: &str) -> Vec<Option<Role>> {
        mapped(text, &Choices::default()).0
    }

    #[test]
    fn names_say_roles_in_french_and_in_english() {
        assert_eq!(
            roles(
                "Identifiant;Date de début;Date de fin;Intitulé;Description;Thème;Lien\na;2021;2022;T;x;g;https://a.fr\nb;2021;2022;T;x;g;https://a.fr\n"
            ),
            [Role::Id, Role::Date, Role::EndDate, Role::Title, Role::Text, Role::Group, Role::Link].map(Some)
        );
        assert_eq!(
            roles(
                "Start date,Name,Category,Amount (M€),Status\n2021-01-01,T,g,12,done\n2021-01-01,T,g,12,planned\n"
            ),
            [Role::Date, Role::Title, Role::Group, Role::Amount, Role::Status].map(Some)
        );
    }

    #[test]
    fn contents_say_roles_where_names_do_not() {
        assert_eq!(
            roles("x,y,z\n12/03/2021,Un titre,\"1 234,5 M€\"\n13/03/2021,Autre,3 M€\n"),
            [Role::Date, Role::Title, Role::Amount].map(Some)
        );
        assert_eq!(
            roles("12/03/2021;Un titre;1,5 M€\n13/03/2021;Deux;3 M€\n"),
            [Role::Date, Role::Title, Role::Amount].map(Some)
        );
    }

    #[test]
    fn a_name_that_its_contents_belie_says_nothing() {
        assert_eq!(roles("date,titre\nbientôt,a\nplus tard,b\n")[0], None);
        assert_eq!(roles("id,titre,montant\n1,a,5\n1,b,6\n")[0], None, "an identifier that returns is none");
        assert_eq!(roles("type,titre,date\nroute,a,2021\npont,b,2021\n")[0], Some(Role::Group));
        assert_eq!(roles("type,titre,date\nloi,a,2021\nrapport,b,2021\n")[0], Some(Role::Kind));
    }

    #[test]
    fn two_columns_that_fit_as_well_are_asked_for_and_a_choice_decides() {
        let text = "titre;montant AE;montant CP\na;10;20\nb;30;40\n";
        let (roles, questions) = mapped(text, &Choices::default());
        assert_eq!((roles[1], roles[2]), (Some(Role::Amount), None));
        let cp = Taken::Column { role: Role::Amount, name: "montant CP".to_owned() };
        assert_eq!(questions[0].alternatives, std::slice::from_ref(&cp));
        let (roles, questions) = mapped(text, &Choices::default().with(None, cp));
        assert_eq!((roles[1], roles[2], questions.len()), (None, Some(Role::Amount), 0));
    }

    #[test]
    fn letters_name_columns_without_a_name() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letter), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
