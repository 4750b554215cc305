//! An agreement, read and signed by a global admin. Everybody else sees who can sign.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::shown::{lang_of, languages, text};
use crate::{
    agreement::{
        api::{SignAgreement, agreement},
        model::{ShownText, SignPage},
        told, words,
    },
    context::use_lang,
    data,
    form::{FieldLabels, Form, Posting, Submit, changes::changes},
    i18n::{Lang, Moment, date},
    list::words as listing,
    refusal::RefusedBy,
    route,
    shell::{load::loaded, words as shell},
    ui::{
        ButtonLink, Checkbox, Deadline, EmptyState, Fact, FactStrip, Notice, PageHeader, Section,
        Tone,
    },
};

/// The page at `/agreement/{kind}`.
#[component]
pub fn SignAgreementPage() -> impl IntoView {
    let lang = use_lang();
    let (params, query) = (use_params_map(), use_query_map());
    provide_context(FieldLabels(words::field));
    let action = Posting::<SignAgreement>::new();
    let done = changes(action);
    let data = data::load(
        move || {
            let kind = params.with(|params| params.get("kind").unwrap_or_default());
            let language = query.with(|query| query.get("language").unwrap_or_default());
            (kind, language, done.get())
        },
        |(kind, language, _)| agreement(kind, language),
    );
    loaded(data, move |page| view(lang, page, action).into_any())
}

fn view(lang: Lang, page: SignPage, action: Posting<SignAgreement>) -> impl IntoView {
    let title = told::kind(lang, page.kind);
    let trail = vec![(route::OVERVIEW.to_owned(), shell::overview(lang).to_owned())];
    let signed = page
        .signed
        .as_ref()
        .filter(|_| page.is_signed)
        .map(|signed| {
            let said = words::signed_already(lang, &signed.version, date(lang, signed.at));
            view! {
                <Notice tone=Tone::Success>
                    <p>{said} " " <a href=route::PROGRAM_INFO>{words::program_info(lang)}</a></p>
                </Notice>
            }
        });
    let Some(shown) = page.text.clone() else {
        let refused = page.may_sign.clone().err();
        return view! {
            <PageHeader trail=trail title=title/>
            {signed}
            {match refused {
                Some(refusal) => view! {
                    <RefusedBy label=words::accept(lang) refusal=refusal look="primary" id="why-sign"/>
                }
                .into_any(),
                None => view! {
                    <EmptyState title=words::none_in_force(lang) why=words::none_in_force_why(lang)/>
                }
                .into_any(),
            }}
            {who_signs(lang, &page)}
        }
        .into_any();
    };
    let path = route::sign_agreement(page.kind.code());
    let is_signed = page.is_signed;
    let by = shown.must_be_signed_by.map(|at| {
        // What is signed can't be late any more.
        let day = if is_signed {
            view! { <Moment at=at day=true/> }.into_any()
        } else {
            view! { <Deadline at=at day=true bare=true/> }.into_any()
        };
        view! { <Fact label=words::must_be_signed_by(lang)>{day}</Fact> }
    });
    let label = words::text_of(lang, title, &shown.version);
    let (version, effective) = (shown.version.clone(), shown.effective);
    let choice = languages(lang, &path, &shown);
    let body = text(&shown.words, shown.language, label);
    let answer = answer(lang, &page, &shown, action);
    view! {
        <PageHeader trail=trail title=title lead=words::sign_lead(lang)/>
        {signed}
        <FactStrip>
            <Fact label=words::version(lang)>{version}</Fact>
            <Fact label=words::effective(lang)><Moment at=effective day=true/></Fact>
            {by}
        </FactStrip>
        <Section title=words::the_text(lang)>{choice} {body}</Section>
        {answer}
    }
    .into_any()
}

/// The box and the button, or the reason why they are not there.
fn answer(
    lang: Lang,
    page: &SignPage,
    shown: &ShownText,
    action: Posting<SignAgreement>,
) -> AnyView {
    if page.is_signed {
        return ().into_any();
    }
    if let Err(refusal) = page.may_sign.clone() {
        return view! {
            <RefusedBy label=words::accept(lang) refusal=refusal look="primary" id="why-sign"/>
            {who_signs(lang, page)}
        }
        .into_any();
    }
    let organization = page.organization.name.to_string();
    let (name, account) = page.reader.clone();
    let kind = told::kind(lang, page.kind);
    let says = words::accepted(lang, kind, &shown.version, &organization);
    let signs_as = words::signing_as(lang, name, account, &organization);
    let (version, digest) = (shown.version.clone(), shown.digest.to_string());
    let (code, tag) = (page.kind.code(), lang_of(shown.language).tag());
    view! {
        <Section title=words::signature(lang)>
            <Form action=action form="sign">
                <input type="hidden" name="kind" value=code/>
                <input type="hidden" name="version" value=version/>
                <input type="hidden" name="language" value=tag/>
                <input type="hidden" name="digest" value=digest/>
                <p>{signs_as}</p>
                <p class="muted">{words::what_is_kept(lang)}</p>
                <Checkbox name="accepted" label=says/>
                <div class="actions">
                    <Submit>{words::accept(lang)}</Submit>
                    <ButtonLink href=route::OVERVIEW look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
                </div>
            </Form>
        </Section>
    }
    .into_any()
}

/// The names of those who can sign, for everybody who cannot.
fn who_signs(lang: Lang, page: &SignPage) -> Option<AnyView> {
    if page.may_sign.is_ok() || page.is_signed {
        return None;
    }
    let names = page.signers.clone();
    let said = if names.is_empty() {
        words::nobody_signs(lang, &page.organization.name)
    } else {
        words::who_signs(lang, listing::list(lang, names.iter().map(String::as_str)))
    };
    Some(view! { <p id="who-signs">{said}</p> }.into_any())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        Refusal, access, agreement::AgreementKind, digest::Sha256, market::Language, role::Role,
        testing::*,
    };

    use super::*;
    use crate::{agreement::model::SignedVersion, ui::tests::render};

    fn shown() -> ShownText {
        ShownText {
            id: id(60),
            version: "2026-02".to_owned(),
            effective: day(0),
            must_be_signed_by: Some(day(60)),
            languages: vec![Language::English, Language::TraditionalChinese],
            language: Language::TraditionalChinese,
            words: "# 合約\n\n<b>不是</b>標籤".to_owned(),
            digest: Sha256::from_bytes([0xab; 32]),
        }
    }

    fn page(may_sign: Result<(), Refusal>, text: Option<ShownText>) -> SignPage {
        SignPage {
            kind: AgreementKind::PartnerAgreement,
            organization: reseller().party(),
            may_sign,
            signers: vec!["Amy Huang".to_owned(), "Ben Lee".to_owned()],
            reader: ("Amy Huang".to_owned(), "amy@org2.example".to_owned()),
            text,
            signed: None,
            is_signed: false,
        }
    }

    fn html(page: SignPage) -> String {
        render(move || view(Lang::En, page, Posting::new()))
    }

    #[test]
    fn what_is_posted_is_what_is_shown() {
        let html = html(page(Ok(()), Some(shown())));
        assert!(
            html.contains(&format!(r#"name="digest" value="{}""#, "ab".repeat(32))),
            "{html}"
        );
        assert!(html.contains(r#"name="language" value="zh-Hant""#));
        assert!(html.contains("&lt;b&gt;不是"), "markup stays text: {html}");
        assert!(html.contains(r#"lang="zh-Hant""#));
        assert!(html.contains("You sign as Amy Huang (amy@org2.example) on behalf of"));
        assert!(html.contains(r#"type="checkbox""#) && html.contains("Accept and continue"));
    }

    #[test]
    fn whoever_may_not_sign_sees_who_can() {
        let reseller = reseller();
        let sales = actor(&reseller, Role::SalesAgent);
        let refusal = access::authorize_own(&reseller, &sales, access::Action::SignAgreement);
        let html = html(page(refusal.map(drop), None));
        assert!(html.contains("Amy Huang and Ben Lee"), "{html}");
        assert!(!html.contains("<form") && !html.contains("合約"));
    }

    #[test]
    fn what_is_signed_is_not_asked_again() {
        let signed = SignedVersion {
            kind: AgreementKind::PartnerAgreement,
            version: "2026-02".to_owned(),
            at: day(1),
            here: None,
        };
        let html = html(SignPage {
            signed: Some(signed),
            is_signed: true,
            ..page(Ok(()), Some(shown()))
        });
        assert!(html.contains("notice-success") && html.contains(route::PROGRAM_INFO));
        assert!(!html.contains("<form"));
    }
}
