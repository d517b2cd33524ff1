//! Jalons: an explorer of a public strategy, as a timeline and as budget treemaps, entirely in the browser.
//!
//! # Where to begin
//!
//! [`app::App`] is the page. [`state`] is the reader's view of it: the address, read into a
//! [`state::view_state::ViewState`], changed by [`state::command::Command`]s. Everything on the screen is a
//! function of that state and of the [`model::strategy::Strategy`]. If you understand
//! [`timeline::placed::place`] and [`timeline::parts`], you understand how it is drawn: a pure function gives each
//! mark its box, each box is said as a link, and what differs from what stands in the page is written. While the
//! window moves, [`timeline::motion::Motion`] says which lanes are placed anew.
//!
//! # Rooms
//!
//! | room | what it holds |
//! | --- | --- |
//! | [`model`] | the strategy as the field speaks of it: records, EDTF dates, whole euros, trees |
//! | [`data`] | CSV files in, a checked strategy out, with every problem at once; the package of the site |
//! | [`i18n`] | every word of the interface in both languages; numbers, amounts and dates in words |
//! | [`import`] | files that a reader brings, in the forms they are found in, read into a package or told what is wrong |
//! | [`text_metrics`] | how wide a text will be, and the lines it takes, as values |
//! | [`state`] | view state ↔ address, commands, history, the long texts fetched after the first view |
//! | [`ui`] | small components and hooks shared by the features |
//! | [`timeline`] | events in lanes on a time axis, the large projects below them, overview strip, list on a phone |
//! | [`budget`] | envelopes as a treemap, with the way in and out; what stands beside it; the large projects edition by edition |
//! | [`indicators`] | quantities against their targets: in words, as bullets, on a time axis and as rows |
//! | [`trends`] | drifts, costs, flows and counts: what each chart finds, its table, its drawing once that can be had |
//! | [`charts`] | the charts themselves: plain rows in, options of charming, and the one door to ECharts |
//! | [`story`] | the guided reading: a text, step by step, beside the view it speaks of |
//! | [`table`] | the same records as rows |
//! | [`filters`] | what is shown, in a sentence, and the choices that make it so |
//! | [`search`] | finding any record by its words: an index in a worker, a field in the header |
//! | [`export`] | pictures of a view as files of their own, with the words that go with them |
//! | [`sheets`] | sheets to print: a view on paper, with the table of what it shows |
//! | [`downloads`] | what a reader takes away: rows, values, a calendar, citations, the whole package, made in the worker |
//! | [`own_data`] | data of a reader's own: brought, looked over, shown in place of the page's, published as one file |
//! | [`saving`] | handing a file to the reader, a drawing as pixels too |
//! | [`shortcuts`] | the keys, listed and switched |
//! | [`offline`] | reading without network: what the reader is told of it and may ask for |
//! | [`record`] | the panel of one record: what it says, as a value, its drawing, and what can be taken away |
//! | [`embed`] | the explorer in a frame: messages to and from the host page, the snippet |
//! | `pages` | what is written when the site is built: the pages of the views, and those of text |
//! | `tokens` | the colours of each look, read from the style sheet and checked for contrast when the site is built |
//! | [`key_figures`] | the figures at the top of the page, computed |
//! | [`later`] | the views that come after the first one, in a chunk of code of their own |
//! | [`app`] | the page, which with `later` alone knows all features |
//! | `browser` | starting in a browser |
//! | `embedded` | the core of the data, read from the section of the module that holds it |
//! | `bin/tools` | what works beside the page, in a worker of its own |
//! | `bin/import` | what reads a reader's own files, in a worker of its own |
//! | `bin/beside` | both of these in one, for the single file |
//! | `bin/charts` | what draws the charts, fetched when a reader first opens them |
//!
//! # Directions
//!
//! `model` imports nothing of ours. `data` and `i18n` know the model; `import` knows `data` and how `i18n` folds and
//! writes words; `state` knows the model and `data`'s
//! decoding of what it fetches. A feature (`timeline`, `budget`, `table`, `record`…) knows what is below it and **never
//! another feature**: they meet through ids in `state`. Only `app`, `later` and `pages` know all features; `export`
//! draws what `timeline` and `budget` lay out, and they do not know it, and `sheets` puts that on paper with the rows of `table`; `trends` knows the rows that `charts` takes. Layout files (`scale`,
//! `ticks`, `interval_index`, `lanes`, `lane_events`, `shape`, `hidden`, `placed`, `motion`, `gestures`, `squarify`) know no Leptos and no DOM. `tests/native/rooms.rs` holds
//! these lines.
//!
//! # Invariants
//!
//! - The address owns the view state; nothing is copied out of it by an effect. Only what passes (a drag, a
//!   motion, which mark has the keyboard) is a local signal.
//! - Data are parsed once, at build time, by the same code that `check` runs; behind the door types carry the
//!   promise. Money is whole euros; amounts of different scopes are never added.
//! - What answers first is small: tables are inside the module; long texts come after it, one language at a time,
//!   and so does, as a chunk of code, what only [`later`] leads to. `app` must not name those components itself.
//! - Geometry is SVG attributes and classes, never `style=`: a strict policy blocks it.

#![recursion_limit = "256"]

#[cfg(all(feature = "csr", feature = "ssr"))]
compile_error!("csr draws in the browser and ssr natively: choose one of them");

#[cfg(not(feature = "tools"))]
pub mod app;
#[cfg(all(target_arch = "wasm32", not(feature = "tools")))]
pub mod browser;
pub mod budget;
pub mod charts;
pub mod data;
pub mod downloads;
pub mod embed;
pub mod embedded;
pub mod export;
pub mod filters;
pub mod i18n;
pub mod import;
pub mod indicators;
pub mod key_figures;
#[cfg(not(feature = "tools"))]
pub mod later;
pub mod model;
pub mod offline;
pub mod own_data;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod record;
pub mod saving;
pub mod search;
pub mod sheets;
pub mod shortcuts;
pub mod state;
pub mod story;
pub mod table;
pub mod text_metrics;
pub mod timeline;
#[cfg(not(target_arch = "wasm32"))]
pub mod tokens;
pub mod trends;
pub mod ui;
