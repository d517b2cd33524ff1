//! The quantities followed over time against their targets: a card for each, in words, as a bullet, on a time axis and as rows.
//!
//! [`course`] says which values count the same, [`statement`] what they come to, [`placed`] where they go.

pub mod axes;
pub mod bullet;
mod card;
mod chart;
pub mod course;
mod drawing;
pub mod placed;
mod readings;
pub mod statement;
pub mod words;

use leptos::{html, prelude::*};

use self::card::{DriftCard, IndicatorCard, is_paired};
use crate::{
    i18n::messages::messages,
    model::{
        id::{IndicatorId, ThemeId},
        panorama,
        strategy::Strategy,
    },
    state::{Explorer, view_state::View},
    ui::{drawing::Drawing, element_width::use_element_width, glyph::glyph},
};

/// The width that is assumed before it can be measured.
const INITIAL_PX: f64 = 860.0;

/// The view of the indicators.
#[component]
pub fn IndicatorsView() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let messages = messages(explorer.lang());
    let room = NodeRef::<html::Div>::new();
    let width = use_element_width(room, INITIAL_PX);
    let cards = move || match explorer.whole() {
        Some(strategy) => view! { <Cards strategy width /> }.into_any(),
        None => view! { <p class="hint" role="status">{messages.part_pending()}</p> }.into_any(),
    };
    view! {
        <section class="indicators" data-view=View::Indicators.as_str() aria-label=messages.related_indicators()>
            <p class="shown">{words::lede(explorer.lang())}</p>
            <div node_ref=room class="indicator-cards" class:is-paired=move || is_paired(width.get())>{cards}</div>
        </section>
    }
}

/// The cards, by theme.
#[component]
fn Cards(strategy: &'static Strategy, width: Signal<f64>) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    // The drifts belong to the theme under which the change of their perimeter is told.
    let drifts = panorama::perimeter_change(strategy).map(|(fact, _)| strategy[fact].theme);
    let drifts = drifts
        .or(strategy.themes().last().map(|(id, _)| id))
        .filter(|_| strategy.editions().next().is_some());
    let groups = strategy.themes().filter_map(|(theme, _)| {
        let own = of_theme(strategy, theme);
        let has_drifts = drifts == Some(theme);
        (has_drifts || !own.is_empty()).then(|| {
            let cards = own.into_iter().map(|id| view! { <IndicatorCard id strategy width /> });
            let shape = Drawing::new().path("point", &glyph(theme, 9.0, 9.0, 6.0)).into_markup();
            view! {
                <div class=format!("indicator-theme hue-{}", theme.hue())>
                    <h2>
                        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" inner_html=shape></svg>
                        " "
                        {strategy[theme].label.get(lang)}
                    </h2>
                    {cards.collect_view()}
                    {has_drifts.then(|| view! { <DriftCard strategy width /> })}
                </div>
            }
        })
    });
    view! {
        {groups.collect_view()}
        <p id="course-keys" class="visually-hidden">{words::keys(lang)}</p>
    }
}

/// The indicators of a theme, in the order of the data.
fn of_theme(strategy: &Strategy, theme: ThemeId) -> Vec<IndicatorId> {
    strategy.indicators().filter(|(_, indicator)| indicator.theme == theme).map(|(id, _)| id).collect()
}
