//! The large IT projects below the lanes of events: a group that opens, one bar per project on the same axis, or a list where there is no room for one.

mod attention;
pub mod blocks;
pub mod lines;
mod list;
pub mod picture;
pub mod placed;
pub mod words;

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

use self::{
    attention::Attention,
    blocks::blocks,
    lines::{ProjectLine, lines},
    list::ProjectList,
    picture::{Sign, TEXTURES, draw, ground, no_events},
    placed::{COLUMN_GAP_PX, PlacedProject, PlacedProjects, Room, day, place, reach},
};
use super::{
    Canvas,
    axis::{AXIS_PX, Surroundings},
    stops::Step,
};
use crate::{
    i18n::messages::{self, messages},
    model::{date::Date, id::ProjectId, panorama, relations::Relations, strategy::Strategy, text::Lang},
    state::{
        Explorer,
        command::Command,
        detail::Detail,
        view_state::{Lane, ProjectOrder, ViewState},
    },
    ui::{
        command_link::CommandLink,
        drawing::px,
        keyboard::focus_first,
        notices::Failure,
        plain_click::{refresh_href, takes_over},
    },
};

/// What is shown of the projects, for whoever draws them. Copy: pass it freely.
#[derive(Clone, Copy)]
pub(crate) struct Projects {
    explorer: Explorer,
    /// All lines of the last table, in the order of the data.
    all: Memo<Vec<ProjectLine>>,
    /// Those that the filter keeps, and the one whose record is open, in the order asked for.
    kept: Memo<Vec<ProjectLine>>,
}

impl Projects {
    fn new(explorer: Explorer) -> Self {
        let all = Memo::new(move |_| explorer.whole().map(lines).unwrap_or_default());
        let kept = Memo::new(move |_| {
            let Some(strategy) = explorer.whole() else { return Vec::new() };
            let relations = Relations::of_whole(strategy);
            let lang = explorer.lang();
            explorer.state().with(|state| {
                explorer.filter().with(|filter| {
                    all.with(|all| lines::kept(all, strategy, relations, (state, filter), lang))
                })
            })
        });
        Self { explorer, all, kept }
    }

    /// The line of a project.
    fn line(self, id: ProjectId) -> Option<ProjectLine> {
        self.all.with(|all| all.iter().find(|line| line.project == id).cloned())
    }

    /// What is said behind the name of a project that the filter leaves out, though its record is open.
    fn outside(self, strategy: &'static Strategy, id: ProjectId) -> String {
        if is_asked_for(self.explorer, strategy, id) {
            return String::new();
        }
        format!(", {}", messages(self.explorer.lang()).outside_filter())
    }

    /// The order that is asked for.
    fn order(self) -> ProjectOrder {
        self.explorer.state().with(ViewState::project_order)
    }
}

/// Whether the filter asks for a project.
fn is_asked_for(explorer: Explorer, strategy: &'static Strategy, id: ProjectId) -> bool {
    let relations = Relations::of_whole(strategy);
    explorer.filter().with(|filter| filter.admits(strategy, relations, id.into()))
}

/// The group: its head, and what it holds once it is open.
#[component]
pub(crate) fn ProjectGroup(
    /// The timeline it goes with; none where that is a list.
    canvas: Option<Canvas>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let projects = Projects::new(explorer);
    let is_open = Memo::new(move |_| explorer.state().with(|state| state.lanes.contains(&Lane::Projects)));
    let count = move || {
        let (kept, all) = (projects.kept.with(Vec::len), projects.all.with(Vec::len));
        (all > 0).then(|| view! { <span class="projects-count">{words::count(kept, all, lang)}</span> })
    };
    // What a reader has brought is whole from the start, and may have none.
    if explorer.brought().is_some() && explorer.strategy.editions().next().is_none() {
        return None;
    }
    Some(view! {
        <section class="projects">
            <h2 class="projects-title">
                <button
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls="projects"
                    on:click=move |_| explorer.dispatch(&Command::ToggleLane(Lane::Projects))
                >
                    <svg class="projects-sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                        <path d=move || if is_open.get() { "M1.5 4 6 8.5 10.5 4" } else { "M4 1.5 8.5 6 4 10.5" } />
                    </svg>
                    <span data-label="">{words::title(lang)}</span>
                    " "
                    {count}
                </button>
            </h2>
            <div id="projects">{move || is_open.get().then(|| view! { <Opened projects canvas /> })}</div>
        </section>
    })
}

/// What an open group holds: as soon as the whole of the data is there.
#[component]
fn Opened(projects: Projects, canvas: Option<Canvas>) -> impl IntoView {
    let explorer = projects.explorer;
    let lang = explorer.lang();
    let is_empty = Memo::new(move |_| projects.kept.with(Vec::is_empty));
    if let Some(canvas) = canvas {
        // Projects begin before the first event and end after the last one: the axis reaches as far.
        Effect::new(move |_| canvas.time.reach(projects.all.with(|all| reach(all))));
        on_cleanup(move || canvas.time.reach(None));
    }
    let content = move |strategy: &'static Strategy| {
        let content = move || match canvas {
            _ if is_empty.get() => {
                view! { <p class="hint" role="status">{words::none_kept(lang)}</p> }.into_any()
            }
            Some(canvas) => view! { <ProjectCanvas projects strategy canvas /> }.into_any(),
            None => view! { <ProjectList projects strategy /> }.into_any(),
        };
        let edition = panorama::default_edition(strategy);
        let caution = edition.map(|edition| words::caution(strategy, edition, lang));
        let signs = projects.all.with(|all| Sign::of(all));
        view! {
            <p class="projects-caution">{caution}</p>
            <div class="projects-order">
                <span aria-hidden="true">{words::order(lang)}</span>
                <div class="switch" role="group" aria-label=words::order(lang)>
                    {ProjectOrder::ALL.iter().copied().map(|order| choice(projects, order)).collect_view()}
                </div>
                {canvas.map(|_| whole_span(projects))}
            </div>
            // Before whatever is filled with them.
            <svg class="textures" width="0" height="0" aria-hidden="true">
                <defs inner_html=TEXTURES></defs>
            </svg>
            <ul class="legend projects-legend" aria-label=messages(lang).legend()>
                {signs.into_iter().map(|sign| legend(sign, lang)).collect_view()}
            </ul>
            {content}
        }
        .into_any()
    };
    move || match (explorer.whole(), explorer.detail()) {
        (Some(strategy), _) => content(strategy),
        (None, Detail::Failed) => {
            let text = messages(lang).part_failed();
            view! { <Failure text retry=move || explorer.fetch_detail() /> }.into_any()
        }
        (None, _) => view! { <p class="hint" role="status">{messages(lang).part_pending()}</p> }.into_any(),
    }
}

fn choice(projects: Projects, order: ProjectOrder) -> impl IntoView {
    let is_shown = Signal::derive(move || projects.order() == order);
    view! {
        <CommandLink command=Command::OrderProjects(order) current=is_shown>
            {words::order_name(order, projects.explorer.lang())}
        </CommandLink>
    }
}

/// Shows the axis from the first start to the last end.
fn whole_span(projects: Projects) -> Option<impl IntoView> {
    let (first, last) = projects.all.with(|all| reach(all))?.to_days();
    let command = Command::ShowPeriod(Date::from_day(first), Date::from_day(last));
    let text = words::show_span(projects.explorer.lang());
    Some(view! { <CommandLink command class="button">{text}</CommandLink> })
}

fn legend(sign: Sign, lang: Lang) -> impl IntoView {
    view! {
        <li>
            <svg width="30" height="18" viewBox="0 0 30 18" aria-hidden="true" inner_html=sign.sample()></svg>
            {sign.meaning(lang)}
        </li>
    }
}

/// The bars, on the axis of the timeline above them.
#[component]
fn ProjectCanvas(projects: Projects, strategy: &'static Strategy, canvas: Canvas) -> impl IntoView {
    let explorer = projects.explorer;
    let lang = explorer.lang();
    let placed = Memo::new(move |_| {
        let room = Room {
            scale: canvas.scale(),
            column_px: canvas.lane_column() - COLUMN_GAP_PX,
            metrics: explorer.metrics(),
        };
        projects.kept.with(|lines| place(&blocks(lines, projects.order(), strategy, explorer.lang()), room))
    });
    let below = move |placed: &PlacedProjects| {
        surroundings(canvas, explorer, placed.height, |around| ground(placed, around))
    };
    let keyboard = Keyboard::new(projects, placed);
    let drawing = NodeRef::new();
    let attention = Attention::new(drawing, Signal::derive(move || canvas.scale()));
    let shift = move || format!("translate({} 0)", px(canvas.lane_column()));
    let height = move || placed.with(|placed| placed.height);
    let view_box = move |height: f64| format!("0 0 {} {}", px(canvas.width()), px(height));
    view! {
        // The axis stays in sight while the rows are read.
        <svg
            class="timeline-canvas projects-axis"
            aria-hidden="true"
            height=px(AXIS_PX)
            viewBox=move || view_box(AXIS_PX)
            preserveAspectRatio="none"
        >
            <g transform=shift inner_html=move || surroundings(canvas, explorer, 0.0, |around| around.axis())></g>
        </svg>
        <svg
            node_ref=drawing
            class="timeline-canvas projects-canvas"
            tabindex="-1"
            role="group"
            aria-label=words::title(lang)
            aria-describedby="projects-keys"
            height=move || px(height())
            viewBox=move || view_box(height())
            preserveAspectRatio="none"
            on:pointerdown=move |event| canvas.on_pointer_down(&event)
            on:pointermove=move |event| canvas.on_pointer_move(&event)
            on:pointerup=move |event| canvas.on_pointer_up(&event)
            on:pointercancel=move |event| canvas.on_pointer_up(&event)
            on:wheel=move |event| canvas.on_wheel(&event)
            on:keydown=move |event| keyboard.on_key(&event, canvas)
            on:focusin=move |event| keyboard.on_focus(&event)
        >
            <g transform=shift>
                <g aria-hidden="true" inner_html=move || below(&placed.read())></g>
                <For
                    each=move || placed.with(|placed| placed.rows.iter().map(|row| row.project).collect::<Vec<_>>())
                    key=|id| *id
                    children=move |id| view! { <ProjectMark id projects strategy canvas placed keyboard attention /> }
                />
            </g>
        </svg>
        <p id="projects-keys" class="visually-hidden">{words::keys(lang)}</p>
    }
}

/// What lies around so many pixels of bars.
fn surroundings(
    canvas: Canvas,
    explorer: Explorer,
    height: f64,
    draw: impl Fn(Surroundings<'_>) -> String,
) -> String {
    draw(Surroundings {
        strategy: explorer.strategy,
        placed: &no_events(height),
        scale: canvas.scale(),
        lane_column: canvas.lane_column(),
        lang: explorer.lang(),
        metrics: explorer.metrics(),
    })
}

/// One project, wherever the layout puts it.
#[component]
fn ProjectMark(
    id: ProjectId,
    projects: Projects,
    strategy: &'static Strategy,
    canvas: Canvas,
    placed: Memo<PlacedProjects>,
    keyboard: Keyboard,
    attention: Attention,
) -> impl IntoView {
    let explorer = projects.explorer;
    let lang = explorer.lang();
    let command = Command::Focus(id.into());
    let touched = command.clone();
    let href = explorer.href(&command);
    let line = projects.line(id);
    let name = line.as_ref().map(|line| words::name(line, strategy, lang));
    let of_row = move |placed: &PlacedProjects| placed.rows.iter().find(|row| row.project == id).cloned();
    let follows = Memo::new(move |_| {
        let row: Option<PlacedProject> = placed.with_untracked(of_row);
        row.is_some_and(|row| attention.is_paid_to(row.y))
    });
    let drawn = line.clone();
    let picture = Memo::new(move |before: Option<&String>| match (before, &drawn) {
        (Some(before), _) if !follows.get() => before.clone(),
        (_, Some(line)) => placed.with(of_row).map(|row| draw(&row, line)).unwrap_or_default(),
        (_, None) => String::new(),
    });
    // Apart from where it is drawn: moving the axis leaves the names as they are.
    let position = Memo::new(move |_| {
        placed.with(|placed| {
            let row = placed.rows.iter().find(|row| row.project == id)?;
            Some((row.position, placed.rows.len()))
        })
    });
    let named = Memo::new(move |_| {
        let (place, count) = position.get()?;
        let position = messages::position(place, count, lang);
        Some(format!("{}, {position}{}", name.as_deref()?, projects.outside(strategy, id)))
    });
    view! {
        <g class="hue-none">
            <a
                class="mark"
                href=href
                data-kind="project"
                data-id=explorer.slug(id)
                tabindex=move || if keyboard.entrance.get() == Some(id) { "0" } else { "-1" }
                aria-label=move || named.get()
                aria-current=move || (explorer.focus() == Some(id.into())).then_some("true")
                on:click=move |click| {
                    if takes_over(&click) && !canvas.was_dragged() {
                        explorer.dispatch(&command);
                    }
                }
                on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
                inner_html=move || picture.get()
            ></a>
        </g>
    }
}

/// Where the keyboard stands among the projects. Copy: pass it freely.
#[derive(Clone, Copy)]
struct Keyboard {
    projects: Projects,
    placed: Memo<PlacedProjects>,
    /// Where it stood last.
    current: RwSignal<Option<ProjectId>>,
    /// Where Tab enters.
    entrance: Memo<Option<ProjectId>>,
}

impl Keyboard {
    fn new(projects: Projects, placed: Memo<PlacedProjects>) -> Self {
        let current = RwSignal::new(None);
        let entrance = Memo::new(move |_| {
            let last = current.get();
            placed.with(|placed| {
                let mut rows = placed.rows.iter().map(|row| row.project);
                rows.clone().find(|&id| Some(id) == last).or(rows.next())
            })
        });
        Self { projects, placed, current, entrance }
    }

    /// The keyboard has come to a project.
    fn on_focus(self, event: &web_sys::FocusEvent) {
        let id = self.of(event);
        if id.is_some() && self.current.get_untracked() != id {
            self.current.set(id);
        }
    }

    /// A key: arrows, Home and End lead to other projects; the others mean what they mean on the timeline.
    fn on_key(self, event: &KeyboardEvent, canvas: Canvas) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(here) = self.of(event) else { return canvas.on_key(event) };
        let key = event.key();
        // Zooming by keys keeps the planned end in sight.
        let end = || self.projects.line(here).and_then(|line| line.end.or(line.start)).map(day);
        if let Some(asked) = Step::of_key(&key) {
            let rows: Vec<ProjectId> =
                self.placed.with_untracked(|placed| placed.rows.iter().map(|row| row.project).collect());
            if let Some(&next) = next_of(&rows, here, asked) {
                let slug = self.projects.explorer.slug(next);
                focus_first(&format!(".projects-canvas [data-id=\"{slug}\"]"));
            }
        } else if key == "+" || key == "=" {
            canvas.time.zoom(1, untrack(end));
        } else if key == "-" || key == "_" {
            canvas.time.zoom(-1, untrack(end));
        } else {
            return canvas.on_key(event);
        }
        event.prevent_default();
    }

    /// The project that an event happens to.
    fn of(self, event: &web_sys::Event) -> Option<ProjectId> {
        let element: web_sys::Element = event.target()?.dyn_into().ok()?;
        let slug = element.get_attribute("data-id")?;
        let explorer = self.projects.explorer;
        self.placed.with_untracked(|placed| {
            placed.rows.iter().map(|row| row.project).find(|&id| explorer.slug(id) == slug)
        })
    }
}

/// Where a step leads in rows one below the other; nothing at either end.
fn next_of(rows: &[ProjectId], here: ProjectId, step: Step) -> Option<&ProjectId> {
    let place = rows.iter().position(|&id| id == here)?;
    match step {
        Step::Next | Step::Below => rows.get(place + 1),
        Step::Previous | Step::Above => rows.get(place.checked_sub(1)?),
        Step::First => rows.first(),
        Step::Last => rows.last(),
    }
}
