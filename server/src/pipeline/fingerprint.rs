use sha2::{Digest as _, Sha256};

use super::{Command, CommandResult, Principal};

/// Tells whether two requests with one id are the same: the hash of the caller, the command and its arguments.
pub(super) fn of<C: Command>(command: &C, principal: Principal) -> CommandResult<Vec<u8>> {
    let mut hash = Sha256::new();
    hash.update(C::NAME);
    hash.update([0]);
    if let Principal::User(user, _)
    | Principal::Operator(user, _)
    | Principal::Blocked(user, _)
    | Principal::Itself(user) = principal
    {
        hash.update(user.as_uuid());
    }
    hash.update([0]);
    hash.update(serde_json::to_vec(command)?);
    Ok(hash.finalize().to_vec())
}
