//! What is known of a member's profile or location, to be changed.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::add::every_country;
use crate::{
    context::use_lang,
    data,
    error::PortalError,
    form::{FieldLabels, FilledWith, Form, Posting, Submit},
    i18n::Lang,
    membership::{
        api::registry::{SaveMemberMpn, member},
        model::{MemberDetail, MemberStatus},
        words::registry as words,
    },
    route,
    shell::load::loaded,
    ui::{ButtonLink, Choice, Field, PageHeader, RadioGroup, Select, StateLook},
};

/// The page at `/registry/{id}/{mpn}`.
#[component]
pub fn ChangeMpnPage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    let params = use_params_map();
    let param = move |name| params.with(|params| params.get(name).unwrap_or_default());
    let action = Posting::<SaveMemberMpn>::new();
    let data = data::load(
        move || (param("id"), param("mpn")),
        |(id, mpn)| async move {
            let found = member(id).await?;
            let is_here = found.profiles.iter().any(|profile| {
                profile.mpn == mpn || profile.locations.iter().any(|it| it.mpn == mpn)
            });
            if is_here {
                Ok(found)
            } else {
                Err(PortalError::NotFound)
            }
        },
    );
    loaded(data, move |page| {
        let mpn = untrack(|| param("mpn"));
        view(lang, &page, mpn, action)
    })
}

fn view(lang: Lang, page: &MemberDetail, mpn: String, action: Posting<SaveMemberMpn>) -> AnyView {
    let profile = page.profiles.iter().find(|it| it.mpn == mpn);
    let mut locations = page.profiles.iter().flat_map(|it| &it.locations);
    let location = locations.find(|it| it.mpn == mpn);
    let (name, status, mark) = match (location, profile) {
        (Some(it), _) => (it.name.clone(), it.status, it.mark.clone()),
        (None, Some(it)) => (it.name.clone(), it.status, it.mark.clone()),
        (None, None) => return ().into_any(),
    };
    let country = location.map(|location| location.country.code());
    let id = page.id.to_string();
    let states = MemberStatus::ALL.map(|state| {
        let hint = match state {
            MemberStatus::Active => words::active_hint(lang),
            MemberStatus::Inactive => words::inactive_hint(lang),
        };
        Choice::new(state.code(), (StateLook::from(state).word)(lang)).hint(hint)
    });
    let trail = vec![
        (route::REGISTRY.to_owned(), words::title(lang).to_owned()),
        (route::member(page.id), page.name.clone()),
    ];
    let back = route::member(page.id);
    view! {
        <div class="narrow">
            <PageHeader
                trail=trail
                title=words::change_title(lang, &mpn)
                lead=words::change_lead(lang)
            />
            <Form action=action form="change-mpn">
                <input type="hidden" name="member" value=id/>
                <input type="hidden" name="mpn" value=mpn/>
                <FilledWith mark=mark/>
                <Field name="name" label=words::name(lang) value=name maxlength=120u32/>
                {country.map(|chosen| view! {
                    <Select
                        name="country"
                        label=words::country(lang)
                        options=every_country(lang)
                        value=chosen
                    />
                })}
                <RadioGroup
                    name="status"
                    legend=words::state(lang)
                    options=states.to_vec()
                    value=status.code()
                />
                <div class="actions">
                    <Submit>{words::save(lang)}</Submit>
                    <ButtonLink href=back look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </div>
    }
    .into_any()
}
