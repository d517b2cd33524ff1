//! Where money comes from and what it is for, from published amounts alone: what is not published ends in one node, and nothing is apportioned.

use super::{
    trend::{Row, Sign, Table, Trend, together},
    words,
};
use crate::{
    charts::rows::{Chart, Flows, Link, Node},
    i18n::{format, messages::messages},
    model::{
        id::{EnvelopeId, ScopeId, SplitId},
        money::Euros,
        strategy::Strategy,
        text::Lang,
    },
};

/// What links name what is not published by.
pub const UNPUBLISHED: &str = "unpublished";
/// What links name what has been given out by, and what has not.
const GIVEN: &str = "given-out";
/// What has not been given out.
const NOT_YET: &str = "not-yet";
/// What links name by what the origin of is not published.
const NO_ORIGIN: &str = "no-origin";
/// The split of the fibre money by origin.
const BY_ORIGIN: &str = "fibre-par-origine";

/// The cloud plan: from who pays to what it is for.
#[must_use]
pub fn cloud(strategy: &Strategy, lang: Lang) -> Option<Trend> {
    let (scope, plan, total) = top(strategy, "cloud")?;
    let mut draft = Draft::new(strategy, lang);
    let funders: Vec<EnvelopeId> = strategy.parts(plan, None).collect();
    draft.envelope(plan, 1)?;
    let (mut unpublished, mut published) = (strategy.unallocated(plan, None).map_or(0, |rest| rest.0), 0);
    if unpublished > 0 {
        draft.node(NO_ORIGIN, plan, words::no_origin(lang), unpublished, 0, None);
        draft.link(NO_ORIGIN, draft.key(plan), unpublished, plan);
    }
    for &funder in &funders {
        let Some(amount) = draft.envelope(funder, 0) else { continue };
        draft.link(draft.key(funder), draft.key(plan), amount, funder);
        let mut rest = amount;
        for line in strategy.parts(funder, None) {
            let Some(amount) = draft.envelope(line, 2) else { continue };
            draft.link(draft.key(plan), draft.key(line), amount, line);
            (rest, published) = (rest - amount, published + amount);
        }
        unpublished += rest;
    }
    draft.unpublished(words::use_not_published(lang), plan, plan, unpublished, 2);
    Some(draft.trend(
        "cloud",
        words::cloud_title(
            &draft.amount(total.0),
            &draft.amount(published),
            &draft.amount(unpublished),
            lang,
        ),
        words::about_cloud(lang).to_owned(),
        scope,
    ))
}

/// The recovery credits: from the published origins over the three parts to the lines, and to what has been given out.
#[must_use]
pub fn recovery(strategy: &Strategy, lang: Lang) -> Option<Trend> {
    let (scope, root, total) = top(strategy, "relance")?;
    let mut draft = Draft::new(strategy, lang);
    draft.envelope(root, 1)?;
    let root_key = draft.key(root);
    let split: Option<SplitId> = strategy.find_as(BY_ORIGIN);
    let mut without_origin = total.0;
    for origin in split
        .map(|split| strategy.parts(strategy[split].envelope, Some(split)).collect::<Vec<_>>())
        .unwrap_or_default()
    {
        let Some(amount) = draft.envelope(origin, 0) else { continue };
        draft.link(draft.key(origin), root_key.clone(), amount, origin);
        without_origin -= amount;
    }
    if without_origin > 0 {
        draft.node(NO_ORIGIN, root, words::no_origin(lang), without_origin, 0, None);
        draft.link(NO_ORIGIN, root_key.clone(), without_origin, root);
    }
    let (mut given, mut not_yet, mut unpublished) = (Vec::new(), Vec::new(), Vec::new());
    for part in strategy.parts(root, None) {
        let Some(amount) = draft.envelope(part, 2) else { continue };
        draft.link(root_key.clone(), draft.key(part), amount, part);
        let mut rest = amount;
        for line in strategy.parts(part, None) {
            let Some(amount) = draft.envelope(line, 3) else { continue };
            draft.link(draft.key(part), draft.key(line), amount, line);
            rest -= amount;
            match strategy[line].attributed {
                Some(Euros(attributed)) => {
                    given.push((line, attributed));
                    not_yet.push((line, amount - attributed));
                }
                None => unpublished.push((line, amount)),
            }
        }
        if rest > 0 {
            unpublished.push((part, rest));
        }
    }
    let sum = |all: &[(EnvelopeId, i64)]| all.iter().map(|(_, amount)| amount).sum::<i64>();
    let (sum_given, sum_unpublished) = (sum(&given), sum(&unpublished));
    for (key, name, all, hue) in [
        // In the order of the lines they come from, so that few bands cross.
        (UNPUBLISHED, words::giving_not_published(lang), &unpublished, false),
        (GIVEN, words::given_out(lang), &given, true),
        (NOT_YET, words::not_given_out(lang), &not_yet, true),
    ] {
        if sum(all) <= 0 {
            continue;
        }
        let hue = hue.then(|| draft.hue(root)).flatten();
        draft.node(key, root, name, sum(all), 4, hue);
        for &(line, amount) in all.iter() {
            draft.link(draft.key(line), key, amount, line);
        }
    }
    Some(draft.trend(
        "recovery",
        words::recovery_title(
            &draft.amount(total.0),
            &draft.amount(sum_given),
            &draft.amount(sum_unpublished),
            lang,
        ),
        words::about_recovery(lang).to_owned(),
        scope,
    ))
}

/// The one top envelope of a scope, with its amount.
fn top(strategy: &Strategy, scope: &str) -> Option<(ScopeId, EnvelopeId, Euros)> {
    let scope: ScopeId = strategy.find_as(scope)?;
    let root = strategy.roots(scope).next()?;
    Some((scope, root, strategy[root].amount?))
}

/// Flows that are being put together.
struct Draft<'a> {
    strategy: &'a Strategy,
    lang: Lang,
    nodes: Vec<Node>,
    links: Vec<Link>,
    rows: Vec<(usize, Row)>,
    envelopes: Vec<EnvelopeId>,
}

impl<'a> Draft<'a> {
    fn new(strategy: &'a Strategy, lang: Lang) -> Self {
        Self { strategy, lang, nodes: Vec::new(), links: Vec::new(), rows: Vec::new(), envelopes: Vec::new() }
    }

    fn amount(&self, euros: i64) -> String {
        format::amount(Euros(euros), self.lang)
    }

    fn key(&self, envelope: EnvelopeId) -> String {
        self.strategy[envelope].slug.clone()
    }

    fn hue(&self, envelope: EnvelopeId) -> Option<usize> {
        self.strategy[envelope].theme.map(|theme| theme.index())
    }

    /// Adds the node of an envelope whose amount is published and positive, and gives the amount.
    fn envelope(&mut self, id: EnvelopeId, step: usize) -> Option<i64> {
        let amount = self.strategy[id].amount.filter(|amount| amount.is_positive())?.0;
        let name = self.strategy[id].label.get(self.lang);
        self.node(&self.key(id), id, name, amount, step, self.hue(id));
        self.envelopes.push(id);
        Some(amount)
    }

    fn node(
        &mut self,
        key: &str,
        record: EnvelopeId,
        name: &str,
        amount: i64,
        step: usize,
        hue: Option<usize>,
    ) {
        let in_words = self.amount(amount);
        let row = Row { id: record.into(), name: name.to_owned(), cells: vec![in_words.clone()] };
        self.rows.push((step, row));
        self.nodes.push(Node {
            key: key.to_owned(),
            id: self.key(record),
            name: name.to_owned(),
            amount: in_words,
            step,
            hue,
        });
    }

    /// Adds what flows from one node to another, and leads to a record.
    fn link(&mut self, from: impl Into<String>, to: impl Into<String>, amount: i64, record: EnvelopeId) {
        let (from, to) = (from.into(), to.into());
        if amount <= 0 {
            return;
        }
        let words =
            |key: &str| self.nodes.iter().find(|node| node.key == key).map_or("", |node| node.name.as_str());
        let words = format!("{} →\n{}\n{}", words(&from), words(&to), self.amount(amount));
        self.links.push(Link { from, to, value: amount as f64, id: self.key(record), words });
    }

    /// Adds the one node of what is not published, with what flows into it.
    fn unpublished(&mut self, name: &str, from: EnvelopeId, record: EnvelopeId, amount: i64, step: usize) {
        if amount > 0 {
            self.node(UNPUBLISHED, record, name, amount, step, None);
            self.link(self.key(from), UNPUBLISHED, amount, record);
        }
    }

    fn trend(&self, key: &'static str, title: String, about: String, scope: ScopeId) -> Trend {
        let lang = self.lang;
        let (strategy, mut rows) = (self.strategy, self.rows.clone());
        // As the drawing has them, from the left to the right.
        rows.sort_by_key(|(step, _)| *step);
        let rows = rows.into_iter().map(|(step, row)| {
            let cells = [vec![words::step(step, key == "cloud", lang).to_owned()], row.cells].concat();
            Row { cells, ..row }
        });
        Trend {
            key,
            title,
            about,
            legend: vec![(Sign::Unpublished, messages(lang).not_published())],
            chart: Chart::Flows(Flows { nodes: self.nodes.clone(), links: self.links.clone() }),
            table: Table {
                name: words::envelope(lang),
                heads: vec![words::step_head(lang), words::amount(lang)],
                rows: rows.collect(),
            },
            sources: together(strategy, self.envelopes.iter().map(|&id| &strategy[id].sources)),
            cautions: vec![(scope.into(), strategy[scope].caution.get(lang).to_owned())],
        }
    }
}
