//! The view beside a step of the guided reading: the step's own, with what the reader has changed of it since.
//!
//! The state of a story names its step and, beside it, only what differs from what the step shows: so an address says
//! both where the reader is in the story and what they look at. What cannot be said as a difference (another view, a
//! choice undone that the step has made) leaves the story.

use super::view_state::{View, ViewState};

/// Hands each part of a state that a step can set to the macro `$then`: those that may be absent, those that are lists.
macro_rules! parts {
    ($then:ident) => {
        $then! {
            focus scope at split edition stage measure color order of columns sort from to;
            only lanes themes statuses kinds actors query
        }
    };
}

/// What is seen beside a step: `of_step` is what it shows, `story` the state of the story.
#[must_use]
pub fn shown(of_step: &ViewState, story: &ViewState) -> ViewState {
    let mut shown = of_step.clone().where_is(story);
    shown.view = Some(of_step.view.unwrap_or(View::Timeline));
    macro_rules! take {
        ($($maybe:ident)*; $($list:ident)*) => {
            $(if story.$maybe.is_some() { shown.$maybe.clone_from(&story.$maybe); })*
            $(if !story.$list.is_empty() { shown.$list.clone_from(&story.$list); })*
        };
    }
    parts!(take);
    shown
}

/// The state of the story beside whose step `next` is seen; `None` if it is none of that step's any more.
#[must_use]
pub fn told(of_step: &ViewState, story: &ViewState, next: &ViewState) -> Option<ViewState> {
    if next.view.unwrap_or(View::Timeline) != of_step.view.unwrap_or(View::Timeline) {
        return None;
    }
    let mut told =
        ViewState { view: Some(View::Story), step: story.step, ..ViewState::default() }.where_is(next);
    macro_rules! differ {
        ($($maybe:ident)*; $($list:ident)*) => {
            $(if next.$maybe != of_step.$maybe {
                next.$maybe.as_ref()?;
                told.$maybe.clone_from(&next.$maybe);
            })*
            $(if next.$list != of_step.$list {
                if next.$list.is_empty() {
                    return None;
                }
                told.$list.clone_from(&next.$list);
            })*
        };
    }
    parts!(differ);
    // A part of a budget is read with the budget it is in.
    if told.at.is_some() {
        told.scope = next.scope;
    }
    // Nor does the legend mean anything without its budget and colours.
    if !told.only.is_empty() {
        (told.scope, told.color) = (next.scope, next.color);
    }
    Some(told)
}

/// The state of a step seen by itself, out of the story.
#[must_use]
pub fn left(next: &ViewState) -> ViewState {
    ViewState { view: Some(next.view.unwrap_or(View::Timeline)), step: None, ..next.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{EnvelopeId, ScopeId, ThemeId};

    fn step() -> ViewState {
        ViewState {
            view: Some(View::Budget),
            scope: Some(ScopeId::from(1)),
            themes: vec![ThemeId::from(2)],
            ..ViewState::default()
        }
    }

    fn story() -> ViewState {
        ViewState { view: Some(View::Story), ..ViewState::default() }
    }

    #[test]
    fn without_a_change_the_step_is_seen_as_it_is_and_the_story_says_nothing_more() {
        let shown = shown(&step(), &story());
        assert_eq!(shown, step());
        assert_eq!(told(&step(), &story(), &shown), Some(story()));
    }

    #[test]
    fn what_the_reader_changes_is_seen_and_told_with_the_budget_it_is_in() {
        let mut next = shown(&step(), &story());
        next.at = Some(EnvelopeId::from(3));
        let story = told(&step(), &story(), &next).expect("still in the story");
        assert_eq!((story.at, story.scope), (next.at, step().scope));
        assert!(story.themes.is_empty(), "what the step says is not said again");
        assert_eq!(shown(&step(), &story), next);
    }

    #[test]
    fn another_view_or_a_choice_undone_leaves_the_story() {
        let seen = shown(&step(), &story());
        for next in [
            ViewState { view: Some(View::Table), ..seen.clone() },
            ViewState { themes: Vec::new(), ..seen.clone() },
            ViewState { scope: None, ..seen.clone() },
        ] {
            assert_eq!(told(&step(), &story(), &next), None);
            assert_eq!(left(&next).step, None);
            assert!(left(&next).view.is_some_and(|view| view != View::Story));
        }
    }

    #[test]
    fn a_step_without_a_view_is_one_of_the_timeline() {
        let bare = ViewState::default();
        assert_eq!(shown(&bare, &story()).view, Some(View::Timeline));
        assert_eq!(told(&bare, &story(), &shown(&bare, &story())), Some(story()));
    }
}
