//! A member's page, for the operator.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::add::LocationFields;
use crate::{
    context::use_lang,
    data,
    form::{FieldLabels, FilledWith, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, market},
    membership::{
        api::registry::{
            AddMemberLocation, AddMemberProfile, ChangeMemberAccount, SetMemberPassword, member,
        },
        model::{MemberDetail, MemberStatus, ProfileDetail},
        words::{self as area, registry as words},
    },
    route,
    shell::load::loaded,
    timeline::PagedTimeline,
    ui::{
        Address, Disclosure, Fact, FactStrip, Field, PageHeader, PasswordField, Section,
        StateBadge, Table, words as ui,
    },
};

/// The actions behind the page's forms.
#[derive(Clone, Copy)]
struct Actions {
    location: Posting<AddMemberLocation>,
    profile: Posting<AddMemberProfile>,
    account: Posting<ChangeMemberAccount>,
    password: Posting<SetMemberPassword>,
}

/// The page at `/registry/{id}`.
#[component]
pub fn MemberDetailPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let params = use_params_map();
    let actions = Actions {
        location: Posting::new(),
        profile: Posting::new(),
        account: Posting::new(),
        password: Posting::new(),
    };
    let done = (
        changes(actions.location),
        changes(actions.profile),
        changes(actions.account),
        changes(actions.password),
    );
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            let done = done.0.get() + done.1.get() + done.2.get() + done.3.get();
            (id, done)
        },
        |(id, _)| member(id),
    );
    loaded(data, move |page| view(lang, page, actions).into_any())
}

fn view(lang: Lang, page: MemberDetail, actions: Actions) -> impl IntoView {
    let trail = vec![(route::REGISTRY.to_owned(), words::title(lang).to_owned())];
    let status = page.status;
    let profiles = page
        .profiles
        .iter()
        .map(|profile| of_profile(lang, &page, profile, actions.location))
        .collect::<Vec<_>>();
    let (id, account, mark) = (
        page.id.to_string(),
        page.account.clone(),
        page.account_mark.clone(),
    );
    let (to, of) = (id.clone(), id.clone());
    let locations: usize = page.profiles.iter().map(|it| it.locations.len()).sum();
    let unset =
        (!page.has_password).then(|| view! { <p class="muted">{words::not_set_what(lang)}</p> });
    view! {
        <PageHeader
            trail=trail
            title=page.name
            badge=move || view! { <StateBadge state=status/> }
        />
        <FactStrip>
            <Fact label=words::account(lang)><Address at=page.account/></Fact>
            <Fact label=words::password(lang)>{words::is_set(lang, page.has_password)}</Fact>
            <Fact label=words::locations(lang)>{locations}</Fact>
            <Fact label=words::since(lang)><Moment at=page.since day=true/></Fact>
        </FactStrip>
        {profiles}
        <div class="section">
            <Disclosure summary=words::add_profile(lang)>
                <Form action=actions.profile form="add-profile">
                    <input type="hidden" name="member" value=of/>
                    <Field
                        name="profile_mpn"
                        label=words::profile_mpn(lang)
                        hint=words::mpn_hint(lang)
                        inputmode="numeric"
                        width="medium"
                        maxlength=10u32
                    />
                    <Field name="profile_name" label=words::profile_name(lang) maxlength=120u32/>
                    <div class="actions">
                        <Submit look="quiet">{words::add(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
        </div>
        <Section title=words::signing_in(lang)>
            {unset}
            <Disclosure summary=words::set_password(lang)>
                <Form action=actions.password form="set-password">
                    <input type="hidden" name="member" value=to/>
                    <PasswordField
                        name="member_password"
                        label=words::password(lang)
                        hint=words::password_hint(lang)
                        autocomplete="new-password"
                    />
                    <div class="actions">
                        <Submit look="quiet">{words::set_password(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
            <Disclosure summary=words::change_account(lang)>
                <Form action=actions.account form="change-account">
                    <input type="hidden" name="member" value=id/>
                    <FilledWith mark=mark/>
                    <Field
                        name="account"
                        kind="email"
                        label=words::account(lang)
                        hint=words::account_hint(lang)
                        value=account
                        maxlength=254u32
                    />
                    <div class="actions">
                        <Submit look="quiet">{words::save(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
        </Section>
        <Section title=words::history(lang)>
            <PagedTimeline history=page.timeline/>
        </Section>
    }
}

/// A profile with its locations.
fn of_profile(
    lang: Lang,
    page: &MemberDetail,
    profile: &ProfileDetail,
    action: Posting<AddMemberLocation>,
) -> AnyView {
    let title = area::with_mpn(lang, &profile.name, &profile.mpn);
    let change = route::member_mpn(page.id, &profile.mpn);
    let label = ui::change_named(lang, &title);
    let inactive = (profile.status == MemberStatus::Inactive)
        .then(|| view! { <p><StateBadge state=MemberStatus::Inactive/></p> });
    let rows = profile
        .locations
        .iter()
        .map(|location| {
            let change = route::member_mpn(page.id, &location.mpn);
            let label = ui::change_named(lang, &location.name);
            view! {
                <tr>
                    <th scope="row">{location.name.clone()}</th>
                    <td class="cell-second" data-label=words::mpn_id(lang)>{location.mpn.clone()}</td>
                    <td data-label=words::country(lang)>{market::country(lang, location.country)}</td>
                    <td class="cell-value" data-label=words::state(lang)>
                        <StateBadge state=location.status/>
                    </td>
                    <td data-label=words::tenant(lang)>{location.tenant.clone()}</td>
                    <td class="row-actions">
                        <a href=change aria-label=label>{ui::change(lang)}</a>
                    </td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    let locations = if rows.is_empty() {
        view! { <p class="muted">{words::no_locations(lang)}</p> }.into_any()
    } else {
        view! {
            <Table caption=title.clone()>
                <thead>
                    <tr>
                        <th scope="col">{words::location(lang)}</th>
                        <th scope="col">{words::mpn_id(lang)}</th>
                        <th scope="col">{words::country(lang)}</th>
                        <th scope="col">{words::state(lang)}</th>
                        <th scope="col">{words::tenant(lang)}</th>
                        <th scope="col"><span class="visually-hidden">{ui::change(lang)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_any()
    };
    let (member, mpn) = (page.id.to_string(), profile.mpn.clone());
    let form = format!("add-location-{mpn}");
    view! {
        <Section
            title=title
            action=move || view! { <a href=change aria-label=label>{ui::change(lang)}</a> }
        >
            {inactive}
            {locations}
            <Disclosure summary=words::add_location(lang)>
                <Form action=action form=form>
                    <input type="hidden" name="member" value=member/>
                    <input type="hidden" name="profile" value=mpn/>
                    <LocationFields/>
                    <div class="actions">
                        <Submit look="quiet">{words::add(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
        </Section>
    }
    .into_any()
}
