//! The tab of the view that is shown stays in sight where the tabs are wider than the page.

use leptos::prelude::*;

use super::keyboard::find;
use crate::state::Explorer;

/// Brings the tab of the view that is shown into the row of tabs, now and whenever another view is shown.
pub fn keep_tab_in_sight(explorer: Explorer) {
    Effect::new(move |_| {
        let _shown = explorer.view();
        // The tabs themselves have followed by then. Not by what browsers have for it: that scrolls the page as well.
        request_animation_frame(|| {
            let (Some(row), Some(tab)) = (find(".tabs"), find(".tabs [aria-current]")) else { return };
            let [outer, inner] = [&row, &tab].map(|element| {
                let area = element.get_bounding_client_rect();
                (area.left(), area.right())
            });
            row.set_scroll_left(row.scroll_left() + beyond(outer, inner).round() as i32);
        });
    });
}

/// How far what lies from `inner.0` to `inner.1` reaches out of what lies from `outer.0` to `outer.1`: to the left less
/// than nothing, to the right more.
fn beyond(outer: (f64, f64), inner: (f64, f64)) -> f64 {
    (inner.1 - outer.1).max(0.0) + (inner.0 - outer.0).min(0.0)
}

#[cfg(test)]
mod tests {
    use super::beyond;

    #[test]
    fn only_what_reaches_out_is_moved_and_only_as_far_as_it_does() {
        assert_eq!(beyond((0.0, 300.0), (20.0, 90.0)), 0.0);
        assert_eq!(beyond((0.0, 300.0), (280.0, 350.0)), 50.0);
        assert_eq!(beyond((0.0, 300.0), (-40.0, 60.0)), -40.0);
    }
}
