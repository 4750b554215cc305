//! Passwords: argon2id, slow on purpose, therefore on blocking threads and never more at a time than there are cores.

use std::sync::{Arc, LazyLock, OnceLock};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use tierline_app::account::model::normalized_password as normalized;
use tokio::sync::Semaphore;

/// Memory in KiB, passes and lanes: about 50 ms on the machines that we know.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

static AT_ONCE: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    Arc::new(Semaphore::new(cores))
});

/// Errors in hashing or comparing a password; a wrong password is none of them.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    #[error("the password could not be hashed: {0}")]
    Hash(argon2::password_hash::Error),
    #[error("the stored hash cannot be read: {0}")]
    Stored(argon2::password_hash::phc::Error),
    #[error("the argon2 parameters are not valid: {0}")]
    Parameters(argon2::Error),
    #[error("the hashing thread ended early")]
    Thread(#[from] tokio::task::JoinError),
    #[error("the server is stopping")]
    Stopping(#[from] tokio::sync::AcquireError),
}

/// The password as a PHC string, to be stored.
///
/// # Errors
/// When hashing fails: out of memory, no randomness, or the server is stopping.
pub(crate) async fn hash(password: &str) -> Result<String, PasswordError> {
    let password = password.to_owned();
    on_blocking_thread(move || hash_now(&password)).await
}

/// Whether this is the password that was hashed. With no stored hash the answer is no, after the same time as any
/// other.
///
/// # Errors
/// When the stored hash is malformed, or hashing fails.
pub(crate) async fn verify(password: &str, stored: Option<String>) -> Result<bool, PasswordError> {
    static NOBODYS: OnceLock<String> = OnceLock::new();
    let password = password.to_owned();
    on_blocking_thread(move || {
        let known = stored.is_some();
        let stored = match stored {
            Some(stored) => stored,
            None => match NOBODYS.get() {
                Some(hash) => hash.clone(),
                None => NOBODYS
                    .get_or_init(|| hash_now("nobody's password").unwrap_or_default())
                    .clone(),
            },
        };
        let parsed = PasswordHash::new(&stored).map_err(PasswordError::Stored)?;
        // The parameters are those of the stored hash, so that older hashes go on working.
        let right = writings(&password).iter().any(|writing| {
            Argon2::default()
                .verify_password(writing.as_bytes(), &parsed)
                .is_ok()
        });
        Ok(right && known)
    })
    .await
}

/// The writings of a password that may have been hashed: the normalized one, and those of hashes from before there was
/// one. For most passwords all are the same, and one is compared.
fn writings(password: &str) -> Vec<String> {
    let mut writings = vec![normalized(password)];
    for writing in [
        password.to_owned(),
        ComposingNormalizer::new_nfc()
            .normalize(password)
            .into_owned(),
        DecomposingNormalizer::new_nfd()
            .normalize(password)
            .into_owned(),
    ] {
        if !writings.contains(&writing) {
            writings.push(writing);
        }
    }
    writings
}

/// The password as a PHC string, on this thread: for tools that have nothing else to do.
///
/// # Errors
/// When hashing fails.
pub(crate) fn hash_now(password: &str) -> Result<String, PasswordError> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(PasswordError::Parameters)?;
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(normalized(password).as_bytes())
        .map_err(PasswordError::Hash)?;
    Ok(hash.to_string())
}

async fn on_blocking_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
) -> Result<T, PasswordError> {
    with_permit(&AT_ONCE, work).await
}

async fn with_permit<T: Send + 'static>(
    permits: &Arc<Semaphore>,
    work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
) -> Result<T, PasswordError> {
    let permit = Arc::clone(permits).acquire_owned().await?;
    // The permit goes with the work, which goes on when the caller does not wait for it any more.
    tokio::task::spawn_blocking(move || {
        let done = work();
        drop(permit);
        done
    })
    .await?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let stored = hash("four quiet lanterns").await.unwrap();
        assert!(
            stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{stored}"
        );
        assert!(
            verify("four quiet lanterns", Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(!verify("four quiet lantern", Some(stored)).await.unwrap());
    }

    #[tokio::test]
    async fn a_password_is_the_same_on_every_keyboard() {
        let (mac, pc) = ("Mu\u{308}ller-Ba\u{308}ckerei-2026", "Müller-Bäckerei-2026");
        for (set, typed) in [
            (mac, pc),
            (pc, mac),
            ("ａｂｃ quiet lanterns", "abc quiet lanterns"),
        ] {
            let stored = hash(set).await.unwrap();
            assert!(verify(typed, Some(stored)).await.unwrap(), "{set}, {typed}");
        }
    }

    #[tokio::test]
    async fn hashes_from_before_normalization_go_on_working() {
        for (set, typed) in [
            ("Mu\u{308}ller-2026-lanterns", "Müller-2026-lanterns"),
            ("Müller-2026-lanterns", "Mu\u{308}ller-2026-lanterns"),
        ] {
            let old = Argon2::default().hash_password(set.as_bytes()).unwrap();
            for typed in [set, typed] {
                let stored = Some(old.to_string());
                assert!(verify(typed, stored).await.unwrap(), "{set}, {typed}");
            }
        }
    }

    #[tokio::test]
    async fn nobody_has_no_password() {
        assert!(!verify("nobody's password", None).await.unwrap());
    }

    #[tokio::test]
    async fn work_that_nobody_waits_for_keeps_its_permit() {
        let permits = Arc::new(Semaphore::new(1));
        let (finish, wait) = std::sync::mpsc::channel::<()>();
        let abandoned = with_permit(&permits, move || {
            let _ = wait.recv();
            Ok(())
        });
        let begun = tokio::time::timeout(std::time::Duration::from_millis(20), abandoned).await;
        assert!(begun.is_err(), "the work waits to be told");
        assert_eq!(permits.available_permits(), 0);
        finish.send(()).unwrap();
        drop(permits.acquire().await.unwrap());
    }
}
