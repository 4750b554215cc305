//! What is known of the company and its contact, side by side, and the other cases that have something of it.

use leptos::prelude::*;
use tierline_core::enrollment::{Confirmation, DomainMatch, Path};

use crate::{
    i18n::{Lang, Moment, date_time},
    review::{
        model::{Alike, AlikeRow, CasePage},
        words,
    },
    route,
    ui::{Address, Pair, Pairs, StateBadge, Table},
};

/// The facts side by side: the company, its contact, its support.
pub(super) fn facts(lang: Lang, page: &CasePage) -> AnyView {
    view! {
        <div class="case-facts">
            {company(lang, page)}
            {contact(lang, page)}
        </div>
    }
    .into_any()
}

fn company(lang: Lang, page: &CasePage) -> AnyView {
    let (organization, draft) = (&page.organization, &page.enrollment.draft);
    let profile = draft.profile.as_ref();
    let name = profile.map_or_else(
        || organization.name.to_string(),
        |profile| profile.name.to_string(),
    );
    let address = profile.map(|profile| {
        let lines = profile.address.iter().map(ToString::to_string);
        lines.collect::<Vec<_>>().join(", ")
    });
    // An address that was typed by an applicant is text, and no link that a reviewer presses.
    let website = profile.and_then(|profile| profile.website.as_ref());
    let website = website.map(ToString::to_string);
    let mpn = organization.mpn.as_ref().map(ToString::to_string);
    let mpn = mpn.unwrap_or_else(|| {
        if draft.mpn_postponed {
            words::mpn_postponed(lang).to_owned()
        } else {
            words::mpn_none(lang).to_owned()
        }
    });
    let path = match page.enrollment.path {
        Path::New => words::path_new(lang),
        Path::Additional { .. } => words::path_additional(lang),
    };
    let domain = organization.domain.to_string();
    view! {
        <Pairs>
            <Pair label=words::registered_name(lang)>{name}</Pair>
            {address.map(|it| view! { <Pair label=words::address(lang)>{it}</Pair> })}
            {website.map(|it| view! { <Pair label=words::website(lang)><Address at=it/></Pair> })}
            <Pair label=words::domain(lang)><Address at=domain/></Pair>
            <Pair label=words::mpn(lang)>{mpn}</Pair>
            <Pair label=words::path(lang)>{path}</Pair>
        </Pairs>
    }
    .into_any()
}

fn contact(lang: Lang, page: &CasePage) -> AnyView {
    let draft = &page.enrollment.draft;
    let contact = draft.contact.as_ref().map(|contact| {
        let phone = contact.phone.as_ref().map(ToString::to_string);
        let (name, email) = (contact.name.to_string(), contact.email.to_string());
        view! {
            <Pair label=words::contact(lang)>{name}</Pair>
            <Pair label=words::email(lang)><Address at=email/></Pair>
            {phone.map(|it| view! { <Pair label=words::phone(lang)>{it}</Pair> })}
        }
    });
    let domain = page.domain.map(|domain| match domain {
        DomainMatch::Same => words::same_domain(lang),
        DomainMatch::Part => words::part_domain(lang),
        DomainMatch::Other => words::other_domain(lang),
    });
    let confirmation = match page.enrollment.confirmation {
        Confirmation::NotAsked => words::not_asked(lang).to_owned(),
        Confirmation::Asked { at } => words::asked(lang, date_time(lang, at)),
        Confirmation::Confirmed { at } => words::confirmed(lang, date_time(lang, at)),
        Confirmation::Denied { at } => words::denied(lang, date_time(lang, at)),
    };
    let support = draft.support.as_ref().map(|support| {
        let email = support.email.to_string();
        let phone = support.phone.as_ref().map(ToString::to_string);
        let website = support.website.as_ref().map(ToString::to_string);
        // Each on a line of its own: beside another one, an address would have to break.
        view! {
            <Pair label=words::support(lang)>
                <Address at=email/>
                {phone.map(|phone| view! { <br/> {phone} })}
                {website.map(|website| view! { <br/> <Address at=website/> })}
            </Pair>
        }
    });
    view! {
        <Pairs>
            {contact}
            {domain.map(|it| view! { <Pair label=words::domain(lang)>{it}</Pair> })}
            <Pair label=words::confirmation(lang)>{confirmation}</Pair>
            {support}
        </Pairs>
    }
    .into_any()
}

/// Other cases of the same domain or MPN ID.
pub(super) fn alike(lang: Lang, page: &CasePage) -> AnyView {
    let more = page.more_alike.then(|| {
        let href = route::alike(page.enrollment.id);
        view! { <p><a href=href>{words::alike_all(lang)}</a></p> }
    });
    view! { {alike_rows(lang, page.alike.clone())} {more} }.into_any()
}

/// Other cases of the same domain or MPN ID.
pub(super) fn alike_rows(lang: Lang, rows: Vec<AlikeRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="muted">{words::alike_none(lang)}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| {
        let what = match row.alike {
            Alike::MailDomain => words::alike_mail(lang),
            Alike::OrganizationDomain => words::alike_domain(lang),
            Alike::Mpn => words::alike_mpn(lang),
        };
        view! {
            <tr>
                <th scope="row"><a href=route::case(row.enrollment)>{row.name}</a></th>
                <td class="cell-second" data-label=words::what_is_same(lang)>{what}</td>
                <td class="cell-value" data-label=words::status(lang)>
                    <StateBadge state=row.status/>
                </td>
                <td class="cell-last" data-label=words::begun(lang)>
                    <Moment at=row.since day=true short=true/>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::alike(lang)>
            <thead>
                <tr>
                    <th scope="col">{words::company(lang)}</th>
                    <th scope="col">{words::what_is_same(lang)}</th>
                    <th scope="col">{words::status(lang)}</th>
                    <th scope="col">{words::begun(lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
