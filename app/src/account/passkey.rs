//! Passkeys in the browser: a question from the server goes to `navigator.credentials`, and the answer goes to the
//! server as the browser writes it. Web-sys is not used, because these functions are not stable there yet.

/// The reason why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "hydrate"),
    expect(dead_code, reason = "only a browser is asked")
)]
pub(crate) enum Unanswered {
    /// The user has not confirmed it, in time or at all. Browsers do not tell which, nor whether there was a passkey.
    Unconfirmed,
    /// No authenticator answered in time.
    Late,
    /// The device already has a passkey of this account.
    Held,
    /// The browser does not support it.
    Unable,
}

/// The question for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// To make a new passkey.
    New,
    /// To prove something with one.
    Proof,
}

/// How long an authenticator has for its answer, in milliseconds.
#[cfg(feature = "hydrate")]
const PATIENCE: u32 = 120_000;

/// Asks the browser, which asks the person in front of it; returns JSON.
#[cfg(feature = "hydrate")]
pub(crate) async fn answer(what: Question, question: &str) -> Result<String, Unanswered> {
    let (parse, act) = match what {
        Question::New => ("parseCreationOptionsFromJSON", "create"),
        Question::Proof => ("parseRequestOptionsFromJSON", "get"),
    };
    asked(parse, act, question)
        .await
        .map_err(|error| why(&error))
}

#[cfg(feature = "hydrate")]
use web_sys::{
    js_sys::{Function, JSON, Object, Promise, Reflect, global},
    wasm_bindgen::{JsCast, JsValue},
};

#[cfg(feature = "hydrate")]
async fn asked(parse: &str, act: &str, question: &str) -> Result<String, JsValue> {
    let global = JsValue::from(global());
    let kind = Reflect::get(&global, &"PublicKeyCredential".into())?;
    let options = Object::new();
    let question = call(&kind, parse, &JSON::parse(question)?)?;
    Reflect::set(&options, &"publicKey".into(), &question)?;
    // Some browsers wait for an authenticator without end. One that cannot be told to stop has its own limit.
    if let Ok(signal) = Reflect::get(&global, &"AbortSignal".into())
        .and_then(|signals| call(&signals, "timeout", &PATIENCE.into()))
    {
        Reflect::set(&options, &"signal".into(), &signal)?;
    }
    let navigator = Reflect::get(&global, &"navigator".into())?;
    let credentials = Reflect::get(&navigator, &"credentials".into())?;
    let promise: Promise = call(&credentials, act, &options)?.dyn_into()?;
    let answer = wasm_bindgen_futures::JsFuture::from(promise).await?;
    Ok(JSON::stringify(&answer)?.into())
}

/// `object.name(argument)`; an error if there is no such function.
#[cfg(feature = "hydrate")]
fn call(object: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.call1(object, argument)
}

#[cfg(feature = "hydrate")]
fn why(error: &JsValue) -> Unanswered {
    let name = Reflect::get(error, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("NotAllowedError" | "AbortError") => Unanswered::Unconfirmed,
        Some("TimeoutError") => Unanswered::Late,
        Some("InvalidStateError") => Unanswered::Held,
        _ => Unanswered::Unable,
    }
}
