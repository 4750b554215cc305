//! The browser's way of asking the server and of reading its answers.
//!
//! Answers are plain JSON, written by serde. They are read by [`tierline_core::read`], because serde's way of reading
//! was a third of the download; and what happens between asking and reading is compiled once, not for every question.

pub(crate) mod encoding;

use core::{marker::PhantomData, pin::Pin};

use http::Method;
use leptos::server_fn::{
    ContentType, Decodes, Http, Protocol,
    client::Client,
    codec::{IntoReq, JsonEncoding, Post},
    redirect::call_redirect_hook,
    response::ClientRes,
    server::Server,
};
use tierline_core::read::{self, Read, Tree};

use self::encoding::text;
use crate::error::PortalError;

pub use self::encoding::WireEncoding;

/// The protocol of server functions that answer with something; `I` is how they are asked.
pub struct Wire<I>(PhantomData<I>);

type OverHttp<I> = Http<I, Post<WireEncoding>>;

impl<I, Asked, Answer, C, S> Protocol<Asked, Answer, C, S, PortalError> for Wire<I>
where
    OverHttp<I>: Protocol<Asked, Answer, C, S, PortalError>,
    Asked: IntoReq<I, C::Request, PortalError> + Send,
    Answer: Read + Send,
    C: Client<PortalError> + 'static,
    S: Server<PortalError>,
{
    const METHOD: Method = <OverHttp<I> as Protocol<Asked, Answer, C, S, PortalError>>::METHOD;

    async fn run_server<F, Fut>(request: S::Request, answer: F) -> Result<S::Response, PortalError>
    where
        F: Fn(Asked) -> Fut + Send,
        Fut: Future<Output = Result<Answer, PortalError>> + Send,
    {
        OverHttp::<I>::run_server(request, answer).await
    }

    async fn run_client(path: &str, asked: Asked) -> Result<Answer, PortalError> {
        let request = asked.into_req(path, JsonEncoding::CONTENT_TYPE)?;
        let coming: Coming = Box::pin(answer::<C>(request));
        Answer::read(&coming.await?).ok_or(PortalError::Malformed)
    }
}

type Coming = Pin<Box<dyn Future<Output = Result<Tree, PortalError>> + Send>>;

/// Sends what is asked, and goes where the answer leads.
pub(crate) async fn answer<C: Client<PortalError>>(
    request: C::Request,
) -> Result<Tree, PortalError> {
    let response = C::send(request).await?;
    let status = response.status();
    let location = response.location();
    let leads_on = response.has_redirect() || (300..400).contains(&status);
    let body = response.try_into_bytes().await?;
    if status >= 400 {
        return Err(WireEncoding::decode(body).unwrap_or(PortalError::Malformed));
    }
    let tree = text(&body).and_then(|text| read::tree(text).ok());
    if tree.is_some() && leads_on {
        call_redirect_hook(&location);
    }
    tree.ok_or(PortalError::Malformed)
}

#[cfg(test)]
mod tests {
    use leptos::server_fn::{Bytes, Encodes};
    use serde::Serialize;
    use tierline_core::{account, event::Event, read::Unreadable, text::TextError};
    use uuid::Uuid;

    use super::*;
    use crate::list::model::ListQuery;

    fn comes_back<T: Serialize + Read + PartialEq + core::fmt::Debug>(value: T) {
        let sent = <WireEncoding as Encodes<T>>::encode(&value).unwrap();
        assert_eq!(sent, serde_json::to_vec(&value).unwrap());
        assert_eq!(<WireEncoding as Decodes<T>>::decode(sent).unwrap(), value);
    }

    #[test]
    fn values_of_every_shape_come_back_as_they_went() {
        comes_back(());
        comes_back(7_u64);
        comes_back(Some("text \"quoted\" \u{1F511}".to_owned()));
        comes_back(vec![(1_i64, -2_i64)]);
        comes_back(PortalError::NotFound);
        comes_back(PortalError::field(
            "name",
            TextError::TooLong { maximum: 3 },
        ));
        for refusal in tierline_core::testing::refusals() {
            comes_back(PortalError::from(refusal));
        }
        comes_back(TextError::TooLong { maximum: 3 });
        comes_back(Event::User {
            id: Uuid::from_u128(1).into(),
            event: account::Event::PasswordChanged {
                at: chrono::DateTime::from_timestamp(1_700_000_000, 5).unwrap(),
            },
        });
        comes_back(ListQuery::default());
        comes_back(ListQuery::parse("?search=a&sort=-b&state=c"));
    }

    #[test]
    fn what_is_missing_or_new_is_read_where_the_form_allows_it() {
        assert_eq!(read::json("{}"), Ok(ListQuery::default()));
        let page: crate::list::model::Page<u8> = read::json(r#"{"rows":[1],"total":1}"#).unwrap();
        assert!(!page.is_at_least);
        assert_eq!(
            read::json(r#""of_a_later_version""#),
            Ok(crate::error::FieldProblem::NotValid)
        );
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        let read = |bytes| <WireEncoding as Decodes<u64>>::decode(Bytes::from_static(bytes));
        assert_eq!(read(b"<html>"), Err(Unreadable::Json { at: 0 }));
        assert_eq!(read(&[0xff]), Err(Unreadable::Shape));
    }
}
