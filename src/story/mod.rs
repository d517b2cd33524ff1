//! The guided reading: a text, step by step, beside the view it speaks of, which can be explored at any point.

pub mod illustrated;
pub mod route;
mod step_text;
pub mod words;

use leptos::{ev, prelude::*};

use self::{
    illustrated::Illustrated,
    route::{Turn, Waypoint},
    step_text::{StepText, StepTheme},
};
use crate::{
    i18n::messages::{messages, position},
    model::{strategy::Strategy, text::Lang},
    state::{
        Explorer,
        command::Command,
        view_state::{View, ViewState},
    },
    ui::{
        command_link::CommandLink,
        keyboard::{focus_first, is_nowhere},
    },
};

/// What stands beside the text, drawn by those who know the other views.
#[derive(Clone, Copy)]
pub struct Beside {
    /// A view, of the explorer provided above it.
    pub view: fn(View) -> AnyView,
    /// A picture of a view as markup; nothing of one that is words alone.
    pub picture: fn(&'static Strategy, &ViewState, Lang) -> Option<String>,
}

/// The view of the story.
#[component]
pub fn StoryView(
    /// What draws the views.
    beside: Beside,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let messages = messages(explorer.lang());
    let story = move || match explorer.whole() {
        Some(strategy) => view! { <Story strategy beside /> }.into_any(),
        None => view! { <p class="hint" role="status">{messages.part_pending()}</p> }.into_any(),
    };
    view! { <section class="story" data-view=View::Story.as_str() aria-label=messages.story()>{story}</section> }
}

#[component]
fn Story(strategy: &'static Strategy, beside: Beside) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let state = explorer.state();
    let waypoint = Memo::new(move |_| Waypoint::of(state.with(|state| state.step), strategy));
    Effect::new(move |before: Option<Option<Waypoint>>| {
        let now = waypoint.get();
        if before.is_some_and(|before| before != now) {
            // The panel that had the keyboard has gone, whatever led on from it: it goes to what is new.
            request_animation_frame(|| {
                if is_nowhere() {
                    focus_first(".story-text h2");
                }
            });
        }
        now
    });
    let is_printed = RwSignal::new(false);
    follow_printer(is_printed);
    let of_step = Memo::new(move |_| match waypoint.get() {
        Some(waypoint) => route::shows(strategy, waypoint.step, explorer.defaults()),
        None => ViewState::default(),
    });
    let view = Memo::new(move |_| of_step.with(|state| state.view).unwrap_or(View::Timeline));
    let seen = move || {
        // An owner of its own, so that the text is none of the view's components.
        explorer.provide_beside(of_step.into());
        (beside.view)(view.get())
    };
    view! {
        // Nodes of its own for each step: a heading that only changed its words would not be read out.
        <For each=move || waypoint.get() key=|waypoint| waypoint.step children=move |waypoint| view! { <StepPanel strategy waypoint /> } />
        <div class="story-view">{seen}</div>
        {move || is_printed.get().then(|| view! { <Illustrated strategy beside /> })}
    }
}

/// The text of the step that is read, with the ways to the others.
#[component]
fn StepPanel(strategy: &'static Strategy, waypoint: Waypoint) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let step = &strategy[waypoint.step];
    let turn = move |turn: Turn| {
        if let Some(step) = waypoint.after(turn) {
            explorer.dispatch(&Command::Read(step));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if let Some(asked) = Turn::of_key(&event.key()).filter(|_| is_plain) {
            event.prevent_default();
            turn(asked);
        }
    };
    let way = move |to: Turn, name: &'static str, class: &'static str| {
        waypoint.after(to).map(|step| {
            view! { <CommandLink class=class command=Command::Read(step)>{name}</CommandLink> }
        })
    };
    let dot = move |one: Waypoint| {
        let title = words::numbered(one.place, strategy[one.step].title.get(lang));
        let name = title.clone();
        let is_read = one.step == waypoint.step;
        view! {
            <li>
                <CommandLink command=Command::Read(one.step) current=Signal::derive(move || is_read) attr:title=name>
                    <span class="visually-hidden">{title}</span>
                </CommandLink>
            </li>
        }
    };
    let all = strategy.steps().filter_map(|(id, _)| Waypoint::of(Some(id), strategy));
    let shown = route::shows(strategy, waypoint.step, explorer.defaults());
    view! {
        <div class="story-text" role="group" aria-label=words::step(lang) aria-describedby="story-keys" data-step=step.slug.as_str() on:keydown=on_key>
            <p class="story-kicker">
                <span>{position(waypoint.place, waypoint.count, lang)}</span>
                " "
                <StepTheme strategy step />
            </p>
            <h2 tabindex="-1">{step.title.get(lang).to_owned()}</h2>
            <StepText strategy step />
            <p class="story-leave">
                <CommandLink command=Command::FollowTo(Box::new(shown))>{words::explore(lang)}</CommandLink>
            </p>
            <nav class="story-ways" aria-label=words::steps(lang)>
                {way(Turn::Back, words::previous(lang), "button")}
                {way(Turn::On, words::next(lang), "button is-main")}
                <ol role="list">{all.map(dot).collect_view()}</ol>
            </nav>
            <p id="story-keys" class="visually-hidden">{words::keys(lang)}</p>
        </div>
    }
}

/// On paper every step is there, with its picture.
fn follow_printer(is_printed: RwSignal<bool>) {
    if cfg!(target_arch = "wasm32") {
        let handles = [
            window_event_listener(ev::beforeprint, move |_| is_printed.set(true)),
            window_event_listener(ev::afterprint, move |_| is_printed.set(false)),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }
}
