use chrono::TimeDelta;
use tierline_core::{
    Evolve as _,
    invitation::{Delivery, Language, Message, Status, VALIDITY},
};

use super::*;
use crate::testing;

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// An invitation after each of its events, with the end of its time as the column holds it.
fn history(then: &[Event], sent: Timestamp) -> Vec<(Invitation, Option<Timestamp>)> {
    let drafted = Event::Drafted {
        inviter: id(1),
        kind: Kind::Partnership { provider: id(1) },
        addressee: None,
        message: Message {
            recipient: "ann@fourth.example".parse().unwrap(),
            language: Language::English,
            subject: "Work with us".parse().unwrap(),
            text: "{link}".parse().unwrap(),
        },
        groups: Default::default(),
        at: sent,
        by: id(2),
    };
    let mut invitation = Invitation::begin(id(3), &drafted).unwrap();
    let mut expires = None;
    let mut history = vec![(invitation.clone(), None)];
    for event in then {
        invitation.apply(event);
        expires = invitation.expires().or(expires);
        history.push((invitation.clone(), expires));
    }
    history
}

#[tokio::test]
async fn the_database_tells_each_status_as_core_does() {
    let database = testing::database().await;
    let start: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
    let end = start + VALIDITY;
    let sent = |at: Timestamp| Event::Sent {
        link: 1,
        delivery: Delivery::Portal,
        expires: at + VALIDITY,
        at,
        by: id(2),
    };
    let (at, organization, by) = (start + TimeDelta::days(1), id(4), id(5));
    let (first, opened) = (sent(start), Event::Opened { at });
    let histories = [
        vec![
            first.clone(),
            opened.clone(),
            Event::Accepted {
                organization,
                at,
                by,
            },
        ],
        vec![
            first.clone(),
            Event::Declined {
                organization,
                reason: None,
                at,
                by,
            },
        ],
        vec![first.clone(), Event::Canceled { at, by }],
        vec![first, opened, Event::Expired { at: end }, sent(end)],
    ];
    let moment = TimeDelta::microseconds(1);
    let times = [start, at, end - moment, end, end + moment, end + VALIDITY];
    let mut told = Vec::new();
    for (invitation, expires) in histories.iter().flat_map(|events| history(events, start)) {
        for now in times {
            let stored = sqlx::query!(
                r#"select invitation_status($1, $2, $3) as status, invitation_is_open($1, $2, $3) as open"#,
                written_status(&invitation),
                expires,
                now,
            )
            .fetch_one(&database.pool)
            .await
            .unwrap();
            let status = invitation.status(now);
            let what = format!("{:?} at {now}", invitation.state);
            assert_eq!(stored.status.as_deref(), Some(status.code()), "{what}");
            // Without a time there is nothing that could be open, and a condition that is null finds nothing.
            let is_open = stored.open.unwrap_or_default();
            assert_eq!(is_open, invitation.is_open(now), "{what}");
            let is_overdue: Option<bool> =
                sqlx::query_scalar("select invitation_is_overdue($1, $2, $3)")
                    .bind(written_status(&invitation))
                    .bind(expires)
                    .bind(now)
                    .fetch_one(&database.pool)
                    .await
                    .unwrap();
            let lapses = invitation.lapse(now).is_some();
            assert_eq!(is_overdue.unwrap_or_default(), lapses, "{what}");
            told.push(status);
        }
    }
    for status in Status::ALL {
        assert!(told.contains(&status), "{status:?}");
    }
}
