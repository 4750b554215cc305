//! The progress in a task of several pages.

use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::{context::use_lang, ui::words};

/// One page of the task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    label: String,
    href: Option<String>,
    done: Option<bool>,
}

impl Step {
    /// A page with this name.
    pub fn new(label: impl Into<String>) -> Step {
        Step {
            label: label.into(),
            href: None,
            done: None,
        }
    }

    /// Says whether it is done, where pages can be done in any order; its address is a link then either way.
    #[must_use]
    pub fn done(mut self, done: bool) -> Step {
        self.done = Some(done);
        self
    }

    /// Adds the address to go back to.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Step {
        self.href = Some(href.into());
        self
    }
}

/// The steps of a task; the user can go back to those before the current one.
#[component]
pub fn Stepper(
    /// The name of the task.
    #[prop(into)]
    label: String,
    /// Its steps.
    steps: Vec<Step>,
    /// The index of the current step, counted from 0.
    current: usize,
) -> impl IntoView {
    let lang = use_lang();
    let position = words::step_of(lang, current.saturating_add(1), steps.len());
    let steps = steps.into_iter().enumerate().map(|(n, step)| {
        let done = step.done.unwrap_or(n < current);
        let linked = done || step.done.is_some() && n != current;
        let mark = if done { view! { <Icon glyph=Glyph::Check/> }.into_any() } else { (n + 1).to_string().into_any() };
        let name = match step.href.filter(|_| linked) {
            Some(href) => view! { <a class="step-name" href=href>{step.label}</a> }.into_any(),
            None => view! { <span class="step-name">{step.label}</span> }.into_any(),
        };
        let here = (n == current).then_some("step");
        view! {
            <li class="step" class:step-done=done aria-current=here>
                <span class="step-mark" aria-hidden="true">{mark}</span>
                {name}
                {done.then(|| view! { <span class="visually-hidden">", " {words::step_done(lang)}</span> })}
            </li>
        }
    });
    view! {
        <nav class="stepper" aria-label=label>
            <p class="stepper-position">{position}</p>
            <ol>{steps.collect_view()}</ol>
        </nav>
    }
}
