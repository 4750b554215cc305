//! The strip that says that this is a demo, shows its time, and moves that time forward.

use core::marker::PhantomData;

use leptos::prelude::*;

use crate::{
    context::{use_lang, use_now, use_session},
    demo::{api::MoveClock, words as text},
    form::PlainForm,
    i18n::date_time,
    route,
};

/// Above everything in a demo.
#[component]
pub(crate) fn DemoBar() -> impl IntoView {
    let lang = use_lang();
    view! {
        <aside class="demo-bar">
            <p>
                {text::demo(lang)} " "
                <span class="demo-time">{text::demo_time(lang, date_time(lang, use_now()))}</span>
                {use_session()
                    .map(|_| {
                        view! {
                            " "
                            <a class="demo-switch" href=route::SIGN_IN rel="external">{text::demo_accounts(lang)}</a>
                        }
                    })}
            </p>
            // A page load of its own: every page shows the time.
            <PlainForm function={PhantomData::<MoveClock>} bare=true class="demo-clock">
                <label for="demo-days">{text::demo_forward(lang)}</label>
                <select id="demo-days" name="days" autocomplete="off">
                    {[7, 30, 90].map(|days| view! { <option value=days.to_string()>{text::demo_days(lang, days)}</option> }).collect_view()}
                </select>
                <button type="submit" class="button button-quiet">{text::demo_go(lang)}</button>
            </PlainForm>
        </aside>
    }
}
