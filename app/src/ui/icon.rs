//! Small drawings in the text's own color.

use leptos::prelude::*;
use serde::Serialize;
use tierline_core::read::Read;

/// The drawing of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Glyph {
    /// Done, in force.
    Check,
    /// Refused, failed.
    Cross,
    /// Needs care.
    Warning,
    /// Worth knowing.
    Info,
    /// Waits.
    Clock,
    /// Sent.
    Mail,
    /// Opened.
    MailOpen,
    /// Being written.
    Draft,
    /// Taken back.
    Ban,
    /// Goes back.
    Undo,
    /// Opens below.
    ChevronDown,
    /// Leads on.
    ChevronRight,
    /// The previous one.
    ArrowLeft,
    /// The next one.
    ArrowRight,
    /// Ascending.
    ArrowUp,
    /// Descending.
    ArrowDown,
    /// Copy.
    Copy,
    /// Leaves the portal.
    External,
    /// Add.
    Plus,
    /// Not available.
    Lock,
    /// Search.
    Search,
    /// A person.
    Person,
    /// An organization.
    Building,
    /// A personal link.
    Link,
    /// Nothing special.
    Dot,
    /// Show.
    Eye,
    /// More actions.
    More,
    /// An order.
    Cart,
    /// A partnership.
    Handshake,
    /// A right that was granted.
    Key,
    /// Languages.
    Globe,
    /// Light and dark.
    Contrast,
    /// What there is to do.
    Tasks,
    /// Several persons.
    People,
    /// What resells, and what is resold from.
    Network,
    /// Mails that came in.
    Inbox,
    /// Settings.
    Sliders,
    /// A case, with all that belongs to it.
    Folder,
    /// Members of a registry.
    Card,
    /// A text to be signed.
    Document,
    /// What a directory shows.
    Store,
}

impl Glyph {
    /// The markup of the drawing, on a square of 16 with a line of 1.5.
    const fn drawing(self) -> &'static str {
        match self {
            Glyph::Check => r#"<path d="m3 8.5 3.2 3.2L13 4.8"/>"#,
            Glyph::Cross => r#"<path d="m4 4 8 8m0-8-8 8"/>"#,
            Glyph::Warning => r#"<path d="M8 2 1.6 13.2h12.8zM8 6.4v3.2"/><path d="M8 11.4h.01"/>"#,
            Glyph::Info => r#"<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.8M8 4.9h.01"/>"#,
            Glyph::Clock => r#"<circle cx="8" cy="8" r="6.2"/><path d="M8 4.4V8l2.4 1.6"/>"#,
            Glyph::Mail => {
                r#"<rect x="1.8" y="3.4" width="12.4" height="9.4" rx="1.4"/><path d="m2.2 4.4 5.8 4.4 5.8-4.4"/>"#
            }
            Glyph::MailOpen => {
                r#"<path d="M1.8 6.6 8 2l6.2 4.6v6.2c0 .6-.5 1-1 1H2.8c-.6 0-1-.4-1-1z"/><path d="M2 6.8 8 10.6l6-3.8"/>"#
            }
            Glyph::Draft => r#"<path d="m10.6 2.6 2.8 2.8L5.8 13l-3.6.8.8-3.6z"/>"#,
            Glyph::Ban => r#"<circle cx="8" cy="8" r="6.2"/><path d="m3.7 3.7 8.6 8.6"/>"#,
            Glyph::Undo => {
                r#"<path d="M5.4 2.8 2.2 6l3.2 3.2"/><path d="M2.4 6h7.2a3.8 3.8 0 0 1 0 7.6H6"/>"#
            }
            Glyph::ChevronDown => r#"<path d="m3.6 6 4.4 4.4L12.4 6"/>"#,
            Glyph::ChevronRight => r#"<path d="M6 3.6 10.4 8 6 12.4"/>"#,
            Glyph::ArrowLeft => r#"<path d="M13.4 8H2.8m4.2-4.4L2.6 8 7 12.4"/>"#,
            Glyph::ArrowRight => r#"<path d="M2.6 8h10.6M9 3.6 13.4 8 9 12.4"/>"#,
            Glyph::ArrowUp => r#"<path d="M8 13.4V2.8M3.6 7 8 2.6 12.4 7"/>"#,
            Glyph::ArrowDown => r#"<path d="M8 2.6v10.6M3.6 9 8 13.4 12.4 9"/>"#,
            Glyph::Copy => {
                r#"<rect x="5.4" y="5.4" width="8.4" height="8.4" rx="1.4"/><path d="M3.6 10.6c-.8 0-1.4-.6-1.4-1.4V3.6c0-.8.6-1.4 1.4-1.4h5.6c.8 0 1.4.6 1.4 1.4"/>"#
            }
            Glyph::External => {
                r#"<path d="M9.4 2.2h4.4v4.4m0-4.4L7.4 8.6M6.4 3.2H3.6c-.8 0-1.4.6-1.4 1.4v7.8c0 .8.6 1.4 1.4 1.4h7.8c.8 0 1.4-.6 1.4-1.4V9.6"/>"#
            }
            Glyph::Plus => r#"<path d="M8 2.8v10.4M2.8 8h10.4"/>"#,
            Glyph::Lock => {
                r#"<rect x="2.8" y="7" width="10.4" height="7" rx="1.4"/><path d="M5 7V4.8a3 3 0 0 1 6 0V7"/>"#
            }
            Glyph::Search => r#"<circle cx="7" cy="7" r="4.6"/><path d="m10.4 10.4 3.6 3.6"/>"#,
            Glyph::Person => {
                r#"<circle cx="8" cy="5" r="2.8"/><path d="M2.4 14c.4-3 2.6-4.4 5.6-4.4s5.2 1.4 5.6 4.4"/>"#
            }
            Glyph::Building => {
                r#"<path d="M3 14V3.2c0-.6.4-1 1-1h8c.6 0 1 .4 1 1V14M1.8 14h12.4M6 5.4h.01M10 5.4h.01M6 8.4h.01M10 8.4h.01M6.8 14v-2.8h2.4V14"/>"#
            }
            Glyph::Link => {
                r#"<path d="M6.6 9.4 9.4 6.6M7 4.4l1.4-1.4a3.2 3.2 0 0 1 4.6 4.6L11.6 9M9 11.6 7.6 13A3.2 3.2 0 0 1 3 8.4L4.4 7"/>"#
            }
            Glyph::Dot => r#"<circle cx="8" cy="8" r="2.6" fill="currentColor"/>"#,
            Glyph::Eye => {
                r#"<path d="M1.4 8S3.8 3.4 8 3.4 14.6 8 14.6 8 12.2 12.6 8 12.6 1.4 8 1.4 8z"/><circle cx="8" cy="8" r="2"/>"#
            }
            Glyph::More => r#"<path d="M3.2 8h.01M8 8h.01M12.8 8h.01" stroke-width="2.4"/>"#,
            Glyph::Cart => {
                r#"<path d="M1.4 2.2h2l1.8 8.2h7.4l1.6-6H4"/><path d="M6 13.4h.01M11.8 13.4h.01" stroke-width="2.2"/>"#
            }
            Glyph::Handshake => {
                r#"<circle cx="5.6" cy="8" r="3.8"/><circle cx="10.4" cy="8" r="3.8"/>"#
            }
            Glyph::Key => {
                r#"<circle cx="5" cy="11" r="2.8"/><path d="m7 9 6.2-6.2M10.8 5.2l2 2"/>"#
            }
            Glyph::Globe => {
                r#"<circle cx="8" cy="8" r="6.2"/><ellipse cx="8" cy="8" rx="2.6" ry="6.2"/><path d="M1.8 8h12.4"/>"#
            }
            Glyph::Contrast => {
                r#"<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>"#
            }
            Glyph::Tasks => {
                r#"<path d="m1.8 4 1.4 1.4 2.6-2.8M8.4 4.2h5.8M1.8 11l1.4 1.4 2.6-2.8M8.4 11.2h5.8"/>"#
            }
            Glyph::People => {
                r#"<circle cx="5.8" cy="5.2" r="2.5"/><path d="M1.4 13.4c.3-2.8 2-4.2 4.4-4.2s4.1 1.4 4.4 4.2M10.4 2.9a2.5 2.5 0 0 1 0 4.6M12 9.6c1.5.6 2.4 1.9 2.6 3.8"/>"#
            }
            Glyph::Network => {
                r#"<rect x="5.6" y="1.8" width="4.8" height="4" rx="1"/><rect x="1.4" y="10.2" width="4.8" height="4" rx="1"/><rect x="9.8" y="10.2" width="4.8" height="4" rx="1"/><path d="M8 5.8V8M3.8 10.2V8h8.4v2.2"/>"#
            }
            Glyph::Inbox => {
                r#"<path d="M3.8 2.6h8.4l2 6.4v3.6c0 .6-.5 1-1 1H2.8c-.6 0-1-.4-1-1V9z"/><path d="M2 9h3.4c.2 1.4 1.2 2.2 2.6 2.2s2.4-.8 2.6-2.2H14"/>"#
            }
            Glyph::Sliders => {
                r#"<path d="M1.8 4.6h7m3.4 0h2M1.8 11.4h2m3.4 0h7"/><circle cx="10.5" cy="4.6" r="1.7"/><circle cx="5.5" cy="11.4" r="1.7"/>"#
            }
            Glyph::Folder => {
                r#"<path d="M1.8 12.2V3.8c0-.6.4-1 1-1h3.4l1.6 2h5.4c.6 0 1 .4 1 1v6.4c0 .6-.4 1-1 1H2.8c-.6 0-1-.4-1-1z"/>"#
            }
            Glyph::Card => {
                r#"<rect x="1.6" y="3" width="12.8" height="10" rx="1.4"/><circle cx="5.4" cy="6.8" r="1.4"/><path d="M3.4 10.6c.3-1.1 1-1.6 2-1.6s1.7.5 2 1.6M9.8 6.4h2.4M9.8 9.4h2.4"/>"#
            }
            Glyph::Document => {
                r#"<path d="M9.2 1.8H4c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h8c.6 0 1-.4 1-1V5.6zM9 2v3.8h4M5.6 8.6h4.8M5.6 11.2h3"/>"#
            }
            Glyph::Store => {
                r#"<path d="M2.8 7.6v5.6c0 .6.4 1 1 1h8.4c.6 0 1-.4 1-1V7.6M1.8 5.6 3.2 2h9.6l1.4 3.6c0 1-.8 1.8-2 1.8s-2-.8-2.1-1.8c0 1-.9 1.8-2.1 1.8s-2-.8-2.1-1.8c0 1-.9 1.8-2 1.8s-2.1-.8-2.1-1.8zM6.6 14v-3.4h2.8V14"/>"#
            }
        }
    }
}

/// An icon. It says nothing that the word beside it does not, so assistive technology skips it.
#[component]
pub fn Icon(
    /// Its drawing.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 16 16"
            width="16"
            height="16"
            aria-hidden="true"
            focusable="false"
            inner_html=glyph.drawing()
        ></svg>
    }
}
