//! What search engines are told: which pages there are, and where.
//!
//! Nothing is forbidden by `robots.txt`: a page that must not be fetched cannot say that it must not be shown.

use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use http::header;
use tierline_app::{
    i18n::Lang,
    route::{self, LANGUAGE},
};
use tierline_core::ids::ListingId;

use super::{Web, problem_page};
use crate::{config::PublicUrl, directory::query, fault};

const XML: &str = "application/xml; charset=utf-8";

/// The part of the map with the pages that are always there.
const PAGES: &str = "/sitemap/pages.xml";

/// The routes.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(whole))
        .route(PAGES, get(fixed))
        .route("/sitemap/{from}", get(part))
}

async fn robots(State(web): State<Web>) -> Response {
    let map = web.state.config.public_url.join("/sitemap.xml");
    let text = format!("User-agent: *\nDisallow:\n\nSitemap: {map}\n");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// All pages, or where the parts of the map are if they are too many for one.
async fn whole(State(web): State<Web>) -> Response {
    let (pool, url) = (&web.state.pool, &web.state.config.public_url);
    match query::parts(pool).await {
        Ok(parts) if parts.len() > 1 => xml(index(url, &parts)),
        Ok(_) => pages(&web, None).await,
        Err(error) => failed(&error),
    }
}

async fn fixed(State(web): State<Web>) -> Response {
    xml(map(&web.state.config.public_url, always().into_iter()))
}

/// The pages that are always there.
fn always() -> [String; 2] {
    [route::START, route::FIND_A_PROVIDER].map(str::to_owned)
}

async fn part(State(web): State<Web>, Path(from): Path<String>) -> Response {
    let from = from.strip_suffix(".xml").unwrap_or_default();
    match from.parse::<ListingId>() {
        Ok(from) => pages(&web, Some(from)).await,
        Err(_) => problem_page::Problem::NotFound.into_response(),
    }
}

async fn pages(web: &Web, from: Option<ListingId>) -> Response {
    let url = &web.state.config.public_url;
    match query::part(&web.state.pool, from).await {
        Ok(listings) => {
            let profiles = listings.into_iter().map(route::provider_profile);
            // Of several parts, one has the other pages.
            let others = always().into_iter().filter(|_| from.is_none());
            xml(map(url, others.chain(profiles)))
        }
        Err(error) => failed(&error),
    }
}

fn failed(error: &sqlx::Error) -> Response {
    problem_page::fault(Lang::default(), &fault::fault(error)).into_response()
}

fn xml(text: String) -> Response {
    ([(header::CONTENT_TYPE, XML)], text).into_response()
}

fn index(url: &PublicUrl, parts: &[ListingId]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let parts = parts.iter().map(|part| format!("/sitemap/{part}.xml"));
    for part in [PAGES.to_owned()].into_iter().chain(parts) {
        let at = url.join(&part);
        text.push_str(&format!("<sitemap><loc>{at}</loc></sitemap>\n"));
    }
    text.push_str("</sitemapindex>\n");
    text
}

/// Each page in each language, with the others beside it.
fn map(url: &PublicUrl, paths: impl Iterator<Item = String>) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in paths {
        let at = |lang: Lang| {
            let path = if lang == Lang::En {
                path.clone()
            } else {
                route::with_query(&path, LANGUAGE, lang.tag())
            };
            url.join(&path).replace('&', "&amp;")
        };
        let others: String = Lang::ALL
            .into_iter()
            .map(|lang| {
                let (tag, at) = (lang.tag(), at(lang));
                format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\"/>")
            })
            .collect();
        for lang in Lang::ALL {
            text.push_str(&format!("<url><loc>{}</loc>{others}</url>\n", at(lang)));
        }
    }
    text.push_str("</urlset>\n");
    text
}
