//! **Program Info**: the agreements of the organization with the program, and how they were signed.

use leptos::prelude::*;

use crate::{
    agreement::{
        api::own_program_info,
        model::{AskedVersion, ProgramInfo, SignedVersion},
        told, words,
    },
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    organization::page as profile,
    route,
    shell::load::loaded_part,
    ui::{ButtonLink, Deadline, EmptyState, Pair, Pairs, Section},
};

use super::shown::lang_of;

/// The page.
#[component]
pub fn ProgramInfoPage() -> impl IntoView {
    let lang = use_lang();
    let data = data::load(|| (), |()| own_program_info());
    view! {
        <profile::ProgramInfo>
            {loaded_part(data, move |info| agreements(lang, info))}
        </profile::ProgramInfo>
    }
}

/// What is asked and what is signed.
fn agreements(lang: Lang, info: ProgramInfo) -> AnyView {
    let ProgramInfo {
        asked,
        signed,
        may_sign,
        ..
    } = info;
    if asked.is_empty() && signed.is_empty() {
        return view! {
            <EmptyState title=words::nothing_signed(lang) why=words::nothing_signed_why(lang)/>
        }
        .into_any();
    }
    let asked = asked
        .into_iter()
        .map(|asked| ask(lang, asked, may_sign))
        .collect_view();
    let signed = signed
        .into_iter()
        .map(|signed| signature(lang, signed, may_sign))
        .collect_view();
    view! { {asked} {signed} }.into_any()
}

fn ask(lang: Lang, asked: AskedVersion, may_sign: bool) -> AnyView {
    let by = asked.must_be_signed_by.map(|at| {
        view! { <Pair label=words::must_be_signed_by(lang)><Deadline at=at day=true bare=true/></Pair> }
    });
    let label = if may_sign {
        words::read_and_sign(lang)
    } else {
        words::see_who_signs(lang)
    };
    view! {
        <Section title=told::kind(lang, asked.kind)>
            <Pairs>
                <Pair label=words::version(lang)>{asked.version}</Pair>
                <Pair label=words::state(lang)>{words::to_be_signed(lang)}</Pair>
                {by}
            </Pairs>
            <div class="actions">
                <ButtonLink href=route::sign_agreement(asked.kind.code()) look="primary">{label}</ButtonLink>
            </div>
        </Section>
    }
    .into_any()
}

fn signature(lang: Lang, signed: SignedVersion, may_sign: bool) -> AnyView {
    let kind = signed.kind;
    let here = signed.here.map(|here| {
        let (receipt, file) = (
            route::agreement_receipt(here.id),
            route::agreement_file(here.id, lang_of(here.language).tag()),
        );
        let files = may_sign.then(|| {
            view! {
                <div class="actions">
                    <a class="button button-quiet" href=receipt rel="external" download="">
                        {words::download_receipt(lang)}
                    </a>
                    <a class="button button-plain" href=file rel="external" download="">{words::download_text(lang)}</a>
                </div>
            }
        });
        let how = may_sign.then(|| {
            view! {
                <Pair label=words::signer(lang)>{here.signer.clone()} " (" {here.account.clone()} ")"</Pair>
                <Pair label=words::address(lang)>{here.address.clone()}</Pair>
            }
        });
        let pairs = view! {
            {how}
            <Pair label=words::language(lang)>{lang_of(here.language).own_name()}</Pair>
            <Pair label=words::digest(lang)><code class="digest">{here.digest.to_string()}</code></Pair>
        };
        (pairs, files)
    });
    let (how, files) = match here {
        Some((pairs, files)) => (pairs.into_any(), files),
        None => (
            view! { <Pair label=words::signer(lang)>{words::signed_elsewhere(lang)}</Pair> }
                .into_any(),
            None,
        ),
    };
    view! {
        <Section title=told::kind(lang, kind)>
            <Pairs>
                <Pair label=words::version(lang)>{signed.version}</Pair>
                <Pair label=words::signed_at(lang)><Moment at=signed.at/></Pair>
                {how}
            </Pairs>
            {files}
        </Section>
    }
    .into_any()
}
