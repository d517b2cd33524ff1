//! How long the arithmetic of the explorer takes at a thousand, ten thousand, a hundred thousand records, without a browser.

mod synthetic;

use std::{fmt::Write as _, ops::ControlFlow};

use divan::{Bencher, black_box};
use jalons::{
    budget::treemap::placed::{Frame as MapFrame, height_of, place as place_map},
    filters::counts::Counts,
    import::{self, File, assumption::Choices},
    model::{
        amounts::Amounts,
        date::Day,
        relations::Relations,
        text::{Lang, Prose},
    },
    search::index::Index,
    state::{
        filter::Filter,
        listing::Sort,
        query,
        view_state::{PageDefaults, Scheme, View},
    },
    table::rows::{Asked, table_rows},
    text_metrics::TextMetrics,
    timeline::{
        lanes::lanes,
        placed::{Frame, place},
        scale::{TimeScale, default_window, extent},
    },
};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const DEFAULTS: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

fn main() {
    divan::main();
}

/// The lanes, made once for a filter.
#[divan::bench(args = SIZES, sample_count = 10)]
fn timeline_lanes(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    bencher.bench(|| lanes(black_box(&strategy), &[], |_| true));
}

/// All of time in one picture: nearly everything is hidden.
#[divan::bench(args = SIZES, sample_count = 10)]
fn timeline_of_all_time(bencher: Bencher, size: usize) {
    timeline(bencher, size, 1.0);
}

/// A hundredth of time: nearly everything lies beyond.
#[divan::bench(args = SIZES, sample_count = 10)]
fn timeline_of_a_hundredth(bencher: Bencher, size: usize) {
    timeline(bencher, size, 0.01);
}

fn timeline(bencher: Bencher, size: usize, share: f64) {
    let strategy = synthetic::events(size);
    let lanes = lanes(&strategy, &[], |_| true);
    let dates: Vec<_> = strategy.events().map(|(id, _)| strategy.span(id)).collect();
    let all = extent(&dates);
    let window = all.zoomed(share, all.centre(), all);
    let metrics = TextMetrics::cautious();
    let scale = TimeScale { window, width_px: 1_080.0 };
    let frame = Frame { scale, lang: Lang::Fr, metrics: &metrics, most_rows: 5, counts_beyond: true };
    bencher.bench(|| place(black_box(&lanes), frame));
}

/// The window that the timeline opens on.
#[divan::bench(args = SIZES, sample_count = 10)]
fn timeline_default_window(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let dates: Vec<_> = strategy.events().map(|(id, _)| strategy.span(id)).collect();
    bencher.bench(|| default_window(black_box(&dates), strategy.reference_day()));
}

/// The first picture of a budget.
#[divan::bench(args = SIZES, sample_count = 10)]
fn treemap(bencher: Bencher, size: usize) {
    let strategy = synthetic::envelopes(size);
    let root = strategy.envelopes().next().expect("a root").0;
    let metrics = TextMetrics::cautious();
    let (width_px, lang) = (1_080.0, Lang::Fr);
    let height_px = height_of(width_px);
    let frame =
        MapFrame { width_px, height_px, lang, metrics: &metrics, split: None, amounts: Amounts::own() };
    bencher.bench(|| place_map(black_box(&strategy), root, frame));
}

/// The rows of the table, sorted by name.
#[divan::bench(args = SIZES, sample_count = 5)]
fn table_sorted(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let (mut state, _) = query::parse("view=table&sort=name", DEFAULTS, &strategy);
    if let Some(sort) = &mut state.sort {
        *sort = Sort { is_descending: true, ..*sort };
    }
    let (relations, filter) = (Relations::of(&strategy), Filter::default());
    let asked = Asked { state: &state, scope: None, filter: &filter, lang: Lang::Fr };
    bencher.bench(|| table_rows(black_box(&strategy), &relations, asked, &|_| None));
}

/// An address read and written again.
#[divan::bench(args = SIZES, sample_count = 10)]
fn address(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let hash = "view=table&focus=evenement-500&themes=theme-1,theme-3&from=2001&to=2009-06&q=loi";
    bencher.bench(|| query::print(&query::parse(black_box(hash), DEFAULTS, &strategy).0, &strategy));
}

/// A table of events as a reader brings it, read to a package.
#[divan::bench(args = SIZES, sample_count = 5)]
fn reading_csv(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let mut csv = String::from("date;titre;thème\n");
    for (_, event) in strategy.events() {
        let theme = strategy[event.theme].label.get(Lang::Fr);
        let _never_fails = writeln!(csv, "{};{};{theme}", event.date, event.title.get(Lang::Fr));
    }
    let files = || vec![File { name: "events.csv".to_owned(), bytes: csv.clone().into_bytes() }];
    let choices = Choices::on(Day::from_civil(2021, 12, 12));
    bencher.with_inputs(files).bench_values(|files| {
        import::read(files, &choices, &mut |_| ControlFlow::Continue(())).map(|import| import.rows_used).ok()
    });
}

/// The index of the search, made once.
#[divan::bench(args = SIZES, sample_count = 5)]
fn search_index(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let prose = Prose::default();
    bencher.bench(|| Index::new(black_box(&strategy), [&prose, &prose]).len());
}

/// What a letter more finds, with a typo.
#[divan::bench(args = SIZES, sample_count = 10)]
fn search_query(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let prose = Prose::default();
    let index = Index::new(&strategy, [&prose, &prose]);
    bencher.bench(|| index.find(black_box("lancemnt service 500"), Lang::Fr));
}

/// The counts beside the choices of the filter.
#[divan::bench(args = SIZES, sample_count = 10)]
fn filter_counts(bencher: Bencher, size: usize) {
    let strategy = synthetic::events(size);
    let (state, _) = query::parse("themes=theme-1&from=2001&to=2009", DEFAULTS, &strategy);
    let filter = Filter::of(&state, None);
    bencher.bench(|| Counts::of(black_box(&strategy), &filter));
}
