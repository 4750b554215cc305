//! Cases: who decides, what the second of two is told, who is told of what is late, and a long queue.

mod assigning;
mod deciding;
mod late;
mod queue;

use tierline_core::{
    enrollment::{CheckKind, ReasonCode, Verdict},
    ids::EnrollmentId,
    review::{Command, Ruling},
};

use crate::testing::{
    cases,
    world::{Person, World},
};

const APPROVE: Command = Command::Rule(Ruling::Approve);

fn pass(check: CheckKind) -> Ruling {
    Ruling::Check {
        check,
        verdict: Verdict::Pass,
    }
}

fn fail(check: CheckKind, reason: ReasonCode) -> Ruling {
    let note = Some("see the register".parse().unwrap());
    Ruling::Check {
        check,
        verdict: Verdict::Fail { reason, note },
    }
}

/// The reseller's enrollment, in review since now.
async fn submitted(world: &World) -> EnrollmentId {
    let Person {
        user, organization, ..
    } = world.reseller;
    cases::submitted(&world.state.pool, organization, user, world.now()).await
}
