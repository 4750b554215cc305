//! Pages: access, data and rendering.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    response::{IntoResponse as _, Redirect, Response},
};
use http::{HeaderMap, HeaderValue, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use tierline_app::{
    account::model::SessionInfo,
    context::PageInfo,
    form::FormReply,
    route,
    shell::{Waits, document},
};
use tierline_core::Timestamp;
use uuid::Uuid;

use super::{Caller, Web, answer, cookie, form_reply, headers, problem_page};
use crate::{account::pending, fault, invitation::query::place, overview::query::waits};

/// Serves an existing page: visitors who are not signed in go to sign in, other users to a required step, if there is
/// one.
pub(super) async fn known(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let here = location(&request);
    if request.uri().path() == route::SIGN_IN_CODE {
        return match away_from_code(&web, &caller, &here).await {
            Ok(None) => render(web, caller, request, here).await,
            Ok(Some(elsewhere)) => Redirect::to(&elsewhere).into_response(),
            Err(error) => {
                problem_page::fault(caller.meta.lang, &fault::fault(&error)).into_response()
            }
        };
    }
    match detour(request.uri().path(), caller.info.as_ref()) {
        Some(first) => {
            let first = route::with_query(first, "next", &here);
            // The notice after a sign-in is shown on the first page after it, whichever that is.
            let done = request
                .uri()
                .query()
                .and_then(|query| route::query_value(query, "done"));
            let first = match done.filter(|_| caller.info.is_some()) {
                Some(done) => route::with_query(&first, "done", &done),
                None => first,
            };
            Redirect::to(&first).into_response()
        }
        None => render(web, caller, request, here).await,
    }
}

/// The page that asks for a code exists while a sign-in waits for one. Otherwise the redirect: onward for a signed-in
/// user, else to the sign-in, which says so if the wait has expired.
async fn away_from_code(
    web: &Web,
    caller: &Caller,
    here: &str,
) -> Result<Option<String>, sqlx::Error> {
    if let Some(id_hash) = &caller.pending
        && pending::find(&web.state.pool, id_hash).await?.is_some()
    {
        return Ok(None);
    }
    let query = here.split_once('?').map_or("", |(_, query)| query);
    let next = route::query_value(query, "next")
        .filter(|next| route::is_local(next))
        .unwrap_or_else(|| route::OVERVIEW.to_owned());
    if caller.info.is_some() {
        return Ok(Some(next));
    }
    let sign_in = route::sign_in_to_return(&next);
    Ok(Some(match caller.pending {
        Some(_) => route::with_query(&sign_in, "done", "code_expired"),
        None => sign_in,
    }))
}

/// Serves an unknown path: the application says so, with status 404.
pub(super) async fn unknown(
    State(web): State<Web>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let here = location(&request);
    render(web, caller, request, here).await
}

/// The page that must come before this one, if any.
fn detour(path: &str, session: Option<&SessionInfo>) -> Option<&'static str> {
    if session.is_some_and(|session| session.second_factor_owed.is_some()) {
        return (!route::is_before_second_factor(path)).then_some(route::SECOND_FACTOR);
    }
    if route::is_public(path) {
        return None;
    }
    let Some(session) = session else {
        return Some(route::SIGN_IN);
    };
    if session.must_change_password {
        return (path != route::PASSWORD).then_some(route::PASSWORD);
    }
    let personal = path == route::CHOOSE_ORGANIZATION || path.starts_with(route::SETTINGS);
    (session.organization.is_none() && !personal).then_some(route::CHOOSE_ORGANIZATION)
}

/// Path and query, without the notice of the page.
fn location(request: &Request) -> String {
    let here = request
        .uri()
        .path_and_query()
        .map_or("/", |here| here.as_str());
    route::without_query(here, "done")
}

async fn render(web: Web, caller: Caller, request: Request, here: String) -> Response {
    let (reply, shown) = match reply(&web, &caller, request.headers(), &here).await {
        Ok(Some((reply, cookie))) => (Some(reply), Some(cookie)),
        Ok(None) => (None, None),
        Err(error) => {
            // The page matters more than the values typed into it: it is shown without them.
            fault::fault(&error);
            (None, None)
        }
    };
    let now = web.state.clock.now();
    let (waits, entry) = match &caller.info {
        // Pages for strangers have no navigation.
        Some(session) if !route::is_public(request.uri().path()) => {
            navigation(&web, session, request.uri().path(), now)
                .await
                .unwrap_or_else(|error| {
                    // The page matters more than what stands beside it.
                    fault::fault(&error);
                    Default::default()
                })
        }
        _ => Default::default(),
    };
    let info = PageInfo {
        origin: if route::is_indexed(request.uri().path()) {
            web.state
                .config
                .public_url
                .join("")
                .trim_end_matches('/')
                .to_owned()
        } else {
            String::new()
        },
        location: here,
        lang: caller.meta.lang,
        theme: caller.meta.theme,
        now,
        demo: web.state.config.demo,
        session: caller.info.clone(),
        waits,
        entry: entry.map(str::to_owned),
        reply,
        seed: Uuid::now_v7(),
    };
    let (assets, cookies) = (web.assets.clone(), web.cookies);
    let reload_port = assets
        .reload
        .as_ref()
        .map(|options| options.reload_external_port.unwrap_or(options.reload_port));
    let context = move || {
        provide_context(info.clone());
        answer::provide(&web, &caller);
        if let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) {
            response.insert_header(
                header::CONTENT_SECURITY_POLICY,
                headers::policy_with_nonce(&nonce, reload_port),
            );
        }
    };
    let assets: Arc<_> = assets;
    let handler = leptos_axum::render_app_async_with_context(context, move || document(&assets));
    let mut response = handler(request).await;
    // A page is for the user who requested it, now.
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(headers::NEVER_KEPT),
    );
    if let Some(cookie) = shown {
        response
            .headers_mut()
            .append(header::SET_COOKIE, cookies.clear(cookie));
    }
    response
}

/// What the navigation beside a page says of the organization, and which of its entries the page belongs to.
async fn navigation(
    web: &Web,
    session: &SessionInfo,
    path: &str,
    now: Timestamp,
) -> Result<(Waits, Option<&'static str>), sqlx::Error> {
    let pool = &web.state.pool;
    Ok((
        waits(pool, session, now).await?,
        place(pool, session, path).await?,
    ))
}

/// The answer to the form posted from this page, to be shown once, with the name of its cookie. A form that waited for
/// a user to sign in again is for that user only.
async fn reply(
    web: &Web,
    caller: &Caller,
    headers: &HeaderMap,
    here: &str,
) -> Result<Option<(FormReply, &'static str)>, sqlx::Error> {
    let user = caller.info.as_ref().map(|info| info.user);
    for name in [web.cookies.reply, web.cookies.interrupted] {
        let secret = cookie::read(headers, name).filter(|secret| !secret.is_empty());
        let reply = match secret {
            Some(secret) => form_reply::take(&web.state.pool, secret, here).await?,
            None => None,
        };
        if let Some(reply) = reply
            && (reply.user.is_none() || reply.user == user)
        {
            return Ok(Some((reply, name)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_sign_in_first() {
        assert_eq!(detour("/customers", None), Some(route::SIGN_IN));
        assert_eq!(detour("/sign-in", None), None);
        assert_eq!(detour("/sign-in/codes", None), Some(route::SIGN_IN));
        assert_eq!(detour("/invitation/abc", None), None);
    }
}
