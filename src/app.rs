//! The page: header, key figures, the view shown, the record beside it, footer; the only file that knows all views.

use leptos::prelude::*;

use crate::{
    i18n::messages::{self, messages},
    key_figures::{KeyFigure, key_figures},
    later::Later,
    model::{source::SourceKind, text::Lang, within::Within as _},
    record::RecordPanel,
    state::{
        Explorer,
        command::Command,
        view_state::{Scheme, View},
    },
    timeline::TimelineView,
    ui::{
        command_link::CommandLink,
        drawing::Drawing,
        keyboard::{focus_first, is_nowhere},
        notices::Notices,
        switches::{LanguageSwitch, SchemeSwitch},
        view_name::{is_there, page_title, view_name},
    },
};

/// The page, mounted anew when the language changes. An [`Explorer`] and [`Later`] must have been provided.
#[component]
pub fn App(
    /// Whether the view is drawn as well: the page around it can be drawn in a task of its own.
    #[prop(into)]
    has_view: Signal<bool>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = Memo::new(move |_| explorer.lang_asked());
    follow_state(explorer, lang);
    move || {
        lang.track();
        view! { <Page has_view /> }
    }
}

#[component]
fn Page(has_view: Signal<bool>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let later = Later::expect_context();
    let view = Memo::new(move |_| has_view.get().then(|| explorer.view()));
    let shown = move || {
        match view.get() {
        None => ().into_any(),
        Some(View::Timeline) => view! {
            <TimelineView below=move |canvas| later.below(canvas) criteria=|| Later::expect_context().criteria() />
        }
        .into_any(),
        Some(view) => later.view(view),
    }
    };
    view! { <Shell view=shown /> }
}

/// Everything around the view, whether it is drawn in a browser or written when the site is built.
#[component]
pub fn Shell(
    /// The view.
    view: impl Fn() -> AnyView + Send + 'static,
    /// What stands below it, on pages that are written when the site is built.
    #[prop(default = None)]
    rows: Option<AnyView>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let later = Later::expect_context();
    view! {
        <div class="page" class:has-record=move || explorer.focus().is_some() class:is-story=move || explorer.view() == View::Story>
            <Header />
            <KeyFigures />
            <Tabs />
            <Notices />
            <div class="filters">{move || later.filters()}</div>
            <div class="stage">
                <main id="view" tabindex="-1">{view}</main>
                <RecordPanel open=move |id| later.record(id) />
            </div>
            {rows}
            <Footer />
        </div>
    }
}

/// Keeps the document itself in step: language, title, colour scheme, long texts.
fn follow_state(explorer: Explorer, lang: Memo<Lang>) {
    let root = || document().document_element();
    Effect::new(move |is_later: Option<()>| {
        let lang = lang.get();
        if let Some(root) = root() {
            let _never_fails = root.set_attribute("lang", lang.as_str());
        }
        if is_later.is_some() {
            request_animation_frame(keep_the_keyboard);
            // The texts of the first language are asked for once the page answers; those of the other now.
            explorer.fetch_detail();
        }
    });
    Effect::new(move |_| document().set_title(&page_title(explorer.view(), messages(lang.get()))));
    Effect::new(move |_| {
        let scheme = explorer.scheme();
        if let Some(root) = root() {
            let _never_fails = match scheme {
                Scheme::Auto => root.remove_attribute("data-scheme"),
                Scheme::Light | Scheme::Dark => root.set_attribute("data-scheme", scheme.as_str()),
            };
            let _never_fails = root.set_attribute("data-look", explorer.look().as_str());
        }
    });
}

/// The page that was in the other language has gone with what had the keyboard: it goes to the present language.
fn keep_the_keyboard() {
    if is_nowhere() {
        focus_first("[data-switch=lang] [aria-current]");
    }
}

#[component]
fn Header() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let later = Later::expect_context();
    let messages = messages(explorer.lang());
    let view = move || view_name(explorer.view(), messages);
    // A page that was published stands alone.
    let has_pages = explorer.brought().is_none_or(|brought| !brought.is_published);
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus_first("#view");
    };
    view! {
        <a class="skip" href="#view" on:click=skip>{messages.skip_to_view()}</a>
        <header class="header">
            {has_pages.then(|| view! { <a class="skip" href=explorer.text_page("accessibility")>{messages.accessibility()}</a> })}
            <div>
                <p class="kicker">{messages.kicker()}</p>
                // Seen in a frame, which has no tabs.
                <h1><span class="view-name">{view} " — "</span> {messages.title()}</h1>
                {explorer.brought().is_none().then(|| view! { <p class="lede">{messages.lede()}</p> })}
            </div>
            <div class="tools">{move || later.tools()}</div>
            <div class="switches">
                <LanguageSwitch />
                <SchemeSwitch />
            </div>
        </header>
    }
}

#[component]
fn KeyFigures() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let later = Later::expect_context();
    let lang = explorer.lang();
    let figure = move |figure: KeyFigure| {
        let is_open = Signal::derive(move || explorer.focus() == Some(figure.record));
        let bar = figure.reached.map(|reached| {
            let class = if figure.is_observed { "progress-part" } else { "progress-part is-hollow" };
            let picture = Drawing::new().rect("progress-whole", (0.0, 0.0, 100.0, 5.0), 0.0).rect(
                class,
                (0.0, 0.0, 100.0 * reached.within(0.0, 1.0), 5.0),
                0.0,
            );
            view! {
                <svg
                    class="progress"
                    viewBox="0 0 100 5"
                    preserveAspectRatio="none"
                    height="5"
                    aria-hidden="true"
                    inner_html=picture.into_markup()
                ></svg>
            }
        });
        view! {
            <li class:is-outside=move || !later.admits(figure.record)>
                <CommandLink command=Command::Focus(figure.record) current=is_open>
                    <strong>{figure.figure}</strong>
                    <span>{figure.label}</span>
                    // Seen and heard only where the class says so.
                    <em>{messages(lang).outside_filter()}</em>
                </CommandLink>
                {bar}
            </li>
        }
    };
    view! {
        <section class="key-figures" aria-label=messages(lang).key_figures()>
            <ul role="list">{key_figures(explorer.strategy, lang).into_iter().map(figure).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Tabs() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let messages = messages(explorer.lang());
    let (strategy, is_brought) = (explorer.strategy, explorer.brought().is_some());
    let tab = move |view: View| {
        let is_shown = Signal::derive(move || explorer.view() == view);
        view! {
            <li>
                <CommandLink command=Command::Show(view) current=is_shown>{view_name(view, messages)}</CommandLink>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=messages.views()>
            <ul role="list">{View::ALL.iter().copied().filter(|&view| is_there(view, strategy, is_brought)).map(tab).collect_view()}</ul>
        </nav>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let later = Later::expect_context();
    let words = messages(explorer.lang());
    let note = move || {
        let mut sources = explorer.whole()?.sources();
        let (id, _) = sources.find(|(_, source)| source.kind == SourceKind::Note)?;
        Some(
            view! { " · " <CommandLink command=Command::Focus(id.into())>{words.footer_note()}</CommandLink> },
        )
    };
    let data = match explorer.brought() {
        Some(brought) => messages::data_of_file(&brought.file, explorer.lang()),
        None => format!(
            "{} · {} {} · {}",
            words.footer_data(),
            words.footer_version(),
            explorer.strategy.about().version,
            words.footer_licence(),
        ),
    };
    view! {
        <footer class="footer">
            <p>{data} {note}</p>
            <p>"Jalons · " {words.footer_privacy()}</p>
            {move || later.foot()}
            <TextPages />
        </footer>
    }
}

/// The pages of text of the site: those that are of the data shown, none beside a page that stands alone.
#[component]
fn TextPages() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let words = messages(explorer.lang());
    let of_data = [
        ("records", words.all_records()),
        ("sources", words.sources()),
        ("glossary", words.glossary()),
        ("method", words.method()),
    ];
    let of_site =
        [("accessibility", words.accessibility()), ("legal", words.legal()), ("privacy", words.privacy())];
    let pages: Vec<_> = match explorer.brought() {
        None => of_data.into_iter().chain(of_site).collect(),
        Some(brought) if brought.is_published => return None,
        Some(_) => of_site.into(),
    };
    let link = |(folder, name)| view! { <li><a href=explorer.text_page(folder)>{name}</a></li> };
    Some(view! {
        <nav aria-label=words.about_site()>
            <ul role="list">{pages.into_iter().map(link).collect_view()}</ul>
        </nav>
    })
}
