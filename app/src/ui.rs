//! The portal's own components: native elements with the portal's looks, words and behavior.
//!
//! Each works before and without WASM. Their looks are in the style sheets of the same names.

pub mod words;

mod address;
mod amount;
mod badge;
mod before_after;
mod button;
mod copy;
mod deadline;
mod dialog;
mod disclosure;
mod empty;
mod facts;
mod field;
mod filter_bar;
mod header;
mod icon;
mod menu;
mod navigation;
mod notice;
mod pager;
mod pairs;
mod print;
mod refused;
mod section;
mod setting;
mod skeleton;
mod state;
mod stepper;
mod table;
mod tabs;
mod task;
mod timeline;
mod tone;

pub use address::Address;
pub use amount::{Amount, Count};
pub use badge::{Badge, StateBadge};
pub use before_after::{BeforeAfter, Change, Picture};
pub use button::{Button, ButtonLink};
pub use copy::{CopyButton, CopyField};
pub use deadline::Deadline;
pub use dialog::{Dialog, DialogOpener};
pub use disclosure::Disclosure;
pub use empty::EmptyState;
pub use facts::{Fact, FactStrip};
pub use field::{
    Checkbox, Choice, Field, Fieldset, FileField, LiveSelect, PasswordField, RadioGroup, Select,
    TextArea,
};
pub use filter_bar::{Chip, FilterBar, FilterSelect, LiveFilterSelect, SearchField};
pub use header::PageHeader;
pub use icon::{Glyph, Icon};
pub use menu::Menu;
pub use navigation::NavigationForm;
pub use notice::Notice;
pub use pager::Pager;
pub use pairs::{Pair, Pairs};
pub use print::PrintButton;
pub use refused::RefusedAction;
pub use section::Section;
pub use setting::{Setting, Settings, quiet};
pub use skeleton::{Skeleton, SkeletonTable};
pub use state::StateLook;
pub(crate) use state::look;
pub use stepper::{Step, Stepper};
pub use table::{DetailRow, RowExpander, SortHead, Table, row_id};
pub use tabs::{Tab, Tabs};
pub use task::{Task, TaskSummary};
pub use timeline::{Timeline, TimelineDay, TimelineItem};
pub use tone::Tone;

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod tests;
