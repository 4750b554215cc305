//! One mail of the demo mailbox.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::MailState;
use crate::shell::load::loaded;
use crate::{
    context::use_lang,
    data,
    i18n::{Lang, Moment},
    mail::{api::mail, model::Mail, words},
    route,
    ui::{Address, Fact, FactStrip, PageHeader, Section},
};

/// The page.
#[component]
pub fn DemoMailPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let data = data::load(
        move || params.with(|params| params.get("id").unwrap_or_default()),
        mail,
    );
    loaded(data, move |mail| view(lang, mail).into_any())
}

fn view(lang: Lang, mail: Mail) -> impl IntoView {
    let trail = vec![(
        route::DEMO_MAILBOX.to_owned(),
        words::mailbox(lang).to_owned(),
    )];
    let links: Vec<String> = links(&mail.text).map(str::to_owned).collect();
    let items = links
        .into_iter()
        // A full page load, like every link that is opened from a mail.
        .map(|link| view! { <li><a href=link.clone() rel="external">{link.clone()}</a></li> })
        .collect_view();
    view! {
        <PageHeader trail=trail title=mail.row.subject/>
        <FactStrip>
            <Fact label=words::to(lang)><Address at=mail.row.to/></Fact>
            <Fact label=words::at(lang)><Moment at=mail.row.at/></Fact>
            <Fact label=words::status(lang)><MailState status=mail.row.status/></Fact>
        </FactStrip>
        <Section title=words::links(lang)><ul class="links">{items}</ul></Section>
        <Section title=words::text(lang)><pre class="mail-text card">{mail.text}</pre></Section>
    }
}

/// The web addresses in a text.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|character: char| "<>()[]\"'，。".contains(character)))
        .filter(|word| word.starts_with("http://") || word.starts_with("https://"))
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_are_found_in_any_surroundings() {
        let text = "Open <https://contoso.example/a?b=c> or\nhttp://localhost:3000/x。 not javascript:alert(1)";
        assert_eq!(
            links(text).collect::<Vec<_>>(),
            ["https://contoso.example/a?b=c", "http://localhost:3000/x"]
        );
    }
}
