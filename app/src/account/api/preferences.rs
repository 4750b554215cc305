//! Language and theme. Posted by plain forms: both are fixed for a page load.

use leptos::prelude::*;

use crate::error::PortalError;
#[cfg(feature = "ssr")]
use crate::form::Fields;

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[Fields::of::<SetLanguage>(), Fields::of::<SetTheme>()];

/// Changes the language and loads the same page again.
#[server(prefix = "/api", endpoint = "set-language")]
pub async fn set_language(
    /// The language's tag.
    language: String,
    /// The page to load again.
    #[server(default)]
    page: String,
) -> Result<(), PortalError> {
    let lang = crate::i18n::Lang::from_tag(&language).ok_or(PortalError::Malformed)?;
    crate::backend::identity()?.set_language(lang).await?;
    crate::backend::go(&page);
    Ok(())
}

/// Changes the theme and loads the same page again.
#[server(prefix = "/api", endpoint = "set-theme")]
pub async fn set_theme(
    /// The theme's name.
    theme: String,
    /// The page to load again.
    #[server(default)]
    page: String,
) -> Result<(), PortalError> {
    let theme = crate::context::Theme::from_code(&theme).ok_or(PortalError::Malformed)?;
    crate::backend::identity()?.set_theme(theme);
    crate::backend::go(&page);
    Ok(())
}
