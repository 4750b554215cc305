//! The behavior of every page that shows data: while it waits, when there is nothing, and after an error.

use core::pin::Pin;

use leptos::{prelude::*, reactive::owner::ArcStoredValue};
use leptos_router::hooks::use_query_map;
#[cfg(feature = "hydrate")]
use tierline_core::refusal::NextStep;

use crate::{
    context::{use_lang, use_session},
    data::{Data, Shown},
    error::PortalError,
    form::{ErrorNotice, words::form},
    list::model::ListQuery,
    refusal::page::RefusalPanel,
    route,
    shell::{
        PageTitle,
        not_found::{NotFound, set_status},
        words,
    },
    ui::{ButtonLink, Notice, Skeleton, Tone},
};

/// Shows a whole page of loaded data; before that a skeleton, the not-found page if it is missing, and the reason if it
/// failed, as pages with a title of their own. The previous content stays while a list is filtered or sorted anew.
pub(crate) fn loaded<T: Shown>(
    data: Data<T>,
    show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> impl IntoView {
    shown(data, show, failed_page, true)
}

/// The same for a part of a page that already has its title.
pub(crate) fn loaded_part<T: Shown>(
    data: Data<T>,
    show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> impl IntoView {
    shown(data, show, failed_part, false)
}

fn shown<T: Shown>(
    data: Data<T>,
    show: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
    failed: fn(PortalError) -> AnyView,
    titled: bool,
) -> AnyView {
    let views = LoadedViews::new();
    let make = Box::new(move || -> Making {
        let (show, views) = (show.clone(), views.clone());
        Box::pin(async move {
            match data.await {
                Ok(value) => views.replace_with(|| show(value)),
                Err(error) => failed(error),
            }
        })
    });
    waited_for(make, titled)
}

type Making = Pin<Box<dyn Future<Output = AnyView> + Send>>;

/// Separate from [`shown`], so that it is compiled once.
fn waited_for(make: Box<dyn Fn() -> Making + Send + Sync>, titled: bool) -> AnyView {
    view! {
        <Transition fallback=move || view! { <Skeleton rows=6 titled=titled/> }>
            {move || Suspend::new(make())}
        </Transition>
    }
    .into_any()
}

fn failed_page(error: PortalError) -> AnyView {
    let lang = use_lang();
    let title = match &error {
        PortalError::NotFound => return view! { <NotFound/> }.into_any(),
        PortalError::Refused(_) => form::refused(lang),
        _ => form::problem(lang),
    };
    // A user without the role reads above who can give it, and has a way on.
    let on = (matches!(error, PortalError::Refused(_)) && use_session().is_some()).then(|| {
        view! {
            <div class="actions">
                <ButtonLink href=route::OVERVIEW>{words::go_to_overview(lang)}</ButtonLink>
            </div>
        }
    });
    view! {
        <PageTitle title=title/>
        {failed_part(error)}
        {on}
    }
    .into_any()
}

fn failed_part(error: PortalError) -> AnyView {
    set_status(error.status());
    #[cfg(feature = "hydrate")]
    if let PortalError::Refused(refusal) = &error
        && refusal.next_step() == NextStep::SetUpSecondFactor
    {
        // The requirement is newer than this page: the document goes where the server would have sent it.
        let first =
            crate::route::on_the_way(crate::route::SECOND_FACTOR, &crate::route::use_here());
        let _ = window().location().replace(&first);
    }
    match error {
        PortalError::Refused(refusal) => {
            view! { <RefusalPanel refusal=*refusal alone=true/> }.into_any()
        }
        // What these say of a change is not so where something was only read.
        PortalError::Malformed | PortalError::Unreachable => {
            not_loaded(view! { <p>{form::not_loaded(use_lang())}</p> })
        }
        PortalError::Fault { .. } => not_loaded(view! { <ErrorNotice error=error/> }),
        error => view! { <Notice tone=Tone::Danger><ErrorNotice error=error/></Notice> }.into_any(),
    }
}

/// Data that may be there the next time. Asked for with its whole page: that of a newer version has newer scripts too.
fn not_loaded(words: impl IntoView + 'static) -> AnyView {
    let again = form::try_again(use_lang());
    view! {
        <Notice tone=Tone::Danger>
            {words.into_any()}
            <div class="actions">
                <ButtonLink href=route::use_here() external=true>{again}</ButtonLink>
            </div>
        </Notice>
    }
    .into_any()
}

/// The lifetime of the shown views. A [`Transition`] leaves the old view on the screen while new data is loading, but
/// disposes of its signals at once; a user who presses or types there in the meantime would reach disposed signals. So
/// each view lives until the next one has replaced it.
#[derive(Clone)]
struct LoadedViews {
    page: Option<Owner>,
    shown: ArcStoredValue<Option<Owner>>,
}

impl LoadedViews {
    fn new() -> Self {
        Self {
            // The server renders once, and its owner lives until the answer is written.
            page: if cfg!(feature = "hydrate") {
                Owner::current()
            } else {
                None
            },
            shown: ArcStoredValue::new(None),
        }
    }

    fn replace_with(&self, show: impl FnOnce() -> AnyView) -> AnyView {
        let Some(page) = &self.page else {
            return show();
        };
        let life = page.child();
        let view = life.with(show);
        let before = self.shown.write_value().replace(life);
        if let Some(before) = before {
            // The new view replaces the old one as soon as this task yields.
            leptos::task::spawn_local(async move {
                leptos::task::tick().await;
                before.cleanup();
                super::focus::keep();
            });
        }
        view
    }
}

/// The page of a list that the address requests.
pub(crate) fn use_list_query() -> Memo<ListQuery> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            ListQuery::of(
                query
                    .clone()
                    .into_iter()
                    .map(|(name, value)| (name.into_owned(), value)),
            )
        })
    })
}

/// One query parameter of the address; empty if it is missing.
pub(crate) fn use_parameter(name: &'static str) -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get(name).unwrap_or_default()))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::ui::tests::render;

    #[test]
    fn what_could_not_be_read_can_be_asked_for_again() {
        let fault = PortalError::Fault {
            reference: String::new(),
        };
        for error in [PortalError::Malformed, PortalError::Unreachable, fault] {
            let html = render(move || failed_part(error));
            assert!(
                html.contains("href=\"/here\"") && html.contains("Try again"),
                "{html}"
            );
        }
        // Nothing was to be changed.
        let html = render(|| failed_part(PortalError::Malformed));
        assert!(!html.contains("nothing was changed"), "{html}");
    }
}
