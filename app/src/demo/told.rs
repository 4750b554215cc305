//! The demo in words: notices.

use crate::i18n::{messages, worded_codes};

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        ClockMoved = "clock_moved" => done_clock_moved,
    }
}

messages! {
    // Notices.
    done_clock_moved => ["The demo clock moved forward.", "示範時鐘已往前調。", "演示时钟已向前调。"];
}
