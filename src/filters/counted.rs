//! The filter by which the counts beside the choices are made: the present one, or of many events the one at rest.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{choice::Choice, counts::Counts};
use crate::{
    i18n::format::integer,
    model::text::Lang,
    state::{Explorer, filter::Filter},
};

/// So many events are counted anew with every move of the window.
const FEW: usize = 2_000;
/// How long a window must rest before more of them are.
const REST: Duration = Duration::from_millis(200);

/// What counts. Copy: pass it freely.
#[derive(Clone, Copy)]
pub(super) struct Counted(Memo<Counts>);

impl Counted {
    /// What counts for an explorer, provided to the components below.
    pub fn provide(explorer: Explorer) -> Self {
        let filter = explorer.filter();
        let is_few = explorer.strategy.events().nth(FEW).is_none();
        let filter = if is_few { filter.into() } else { at_rest(filter) };
        let counted = Self(Memo::new(move |_| filter.with(|filter| Counts::of(explorer.known(), filter))));
        provide_context(counted);
        counted
    }

    /// What counts for the component above.
    pub fn expect_context() -> Self {
        match use_context() {
            Some(counted) => counted,
            None => panic!("nothing that counts was provided above"),
        }
    }

    /// How many events the filter asks for with this choice alone of its criterion.
    pub fn of(self, choice: Choice) -> usize {
        self.0.with(|counts| counts.with(choice))
    }

    /// The same as it stands beside the choice.
    pub fn shown(self, choice: Choice, lang: Lang) -> String {
        integer(self.of(choice) as i64, lang)
    }
}

/// A filter once it has not changed for a while.
fn at_rest(filter: Memo<Filter>) -> Signal<Filter> {
    let rested = RwSignal::new(filter.get_untracked());
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let now = filter.get();
        // The bar may be gone by then.
        let handle = set_timeout_with_handle(move || drop(rested.try_set(now)), REST).ok();
        waiting.update_value(|waiting| {
            if let Some(earlier) = std::mem::replace(waiting, handle) {
                earlier.clear();
            }
        });
    });
    rested.into()
}
