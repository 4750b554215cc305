//! `tierline serve`: starts everything in order, and stops it in reverse.

mod bounds;
mod connection;
mod drain;
mod full;
mod networks;
mod patient;
#[cfg(test)]
mod tests;
mod unprivileged;

use std::io::{IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;

use axum::{Router, middleware};
use tokio::net::TcpListener;

use crate::{
    clock::{Clock, ClockError},
    cluster::ClusterError,
    config::{Config, FICTIONAL_TENANT_DOMAIN},
    database::{Database, OpenError},
    demo::{self, DemoError, Seeded},
    health, import, imports,
    jobs::{self, Jobs, JobsError},
    mail, metrics,
    pdf::Fonts,
    shutdown::{self, Shutdown, ShutdownTrigger},
    state::AppState,
    web,
};

use bounds::Bounds;
use drain::serve_until;
use networks::Networks;

/// Errors that keep the server from starting, or end it.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Privileges(#[from] ClusterError),
    #[error("can't read the demo clock: {0}")]
    Clock(#[from] ClockError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error(
        "this database contains organizations that aren't part of the demo, and the demo would open them to everyone: \
         serve it without --demo, or use another --data-dir or --database-url for the demo"
    )]
    IsNoDemo,
    #[error(
        "this database contains the demo world, whose users all share one published password: \
         serve it with --demo, or choose another --data-dir or --database-url"
    )]
    IsDemo,
    #[error(transparent)]
    Jobs(#[from] JobsError),
    #[error("can't set up the mail transport: {0}")]
    Mail(#[from] mail::TransportError),
    #[error("can't listen on `{address}`: {source}; choose another address with {flag}")]
    Listen {
        address: SocketAddr,
        flag: &'static str,
        source: std::io::Error,
    },
    #[error("can't set up metrics: {0}")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
    #[error("the server stopped unexpectedly: {0}")]
    Broke(#[from] std::io::Error),
}

/// Serves until the process is asked to stop, and leaves nothing running.
pub async fn serve(config: Config) -> Result<(), ServeError> {
    // Signals are handled from here on, so that a Ctrl-C during the start stops the private cluster too.
    let (trigger, shutdown) = shutdown::channel();
    let on_signal = trigger.clone();
    let signals = tokio::spawn(async move {
        match shutdown::signal().await {
            Ok(signal) => tracing::info!(signal, "stopping: finishing what is in hand"),
            Err(error) => tracing::error!(%error, "signals cannot be heard; stopping"),
        }
        on_signal.request();
    });
    let database = Database::open(&config).await?;
    let served = database
        .using(async |database| run(config, database, &trigger, shutdown).await)
        .await;
    signals.abort();
    served?;
    tracing::info!("stopped");
    Ok(())
}

async fn run(
    config: Config,
    database: &Database,
    trigger: &ShutdownTrigger,
    shutdown: Shutdown,
) -> Result<(), ServeError> {
    let pool = &database.pool;
    let clock = Clock::of(&config, pool).await?;
    let listener = listen(config.listen, "--listen").await?;
    let for_metrics = match config.metrics_listen {
        Some(address) => Some(listen(address, "--metrics-listen").await?),
        None => None,
    };
    // From here on nothing needs more rights than the private database has, and soon strangers are listened to.
    unprivileged::go_on(database, &config)?;
    let state = AppState::new(pool.clone(), clock, Arc::new(config));
    world(&state).await?;
    let metrics = match for_metrics {
        Some(listener) => Some(start_metrics(listener, &state, &shutdown)?),
        None => None,
    };
    let fonts = Fonts::of(&state.config.fonts);
    for font in fonts.missing() {
        tracing::warn!(font = %font.display(), "a font is missing: no PDF files until it is there (--fonts)");
    }
    for font in fonts.missing_for_some() {
        tracing::warn!(
            font,
            "a font is missing: PDF files show some letters of names as empty boxes (--fonts)"
        );
    }
    let mails = mail::deliveries(&state)?;
    let imports = import::jobs(&state, imports::perform);
    let able = |worker| imports(mails(worker));
    let jobs = Jobs::start(&state, able, jobs::periodic(), &shutdown).await?;
    tracing::info!(
        "serving on http://{}, for browsers at {}",
        listener.local_addr()?,
        state.config.public_url
    );
    announce(&state);

    let bounds = Bounds::of(&state.config);
    let networks = Networks::new(
        state.config.connections_of_a_network,
        state.config.proxies.clone(),
    );
    serve_until(listener, router(&state), shutdown, bounds, networks).await;
    // If serving ended by itself, the rest ends as well.
    trigger.request();
    jobs.finished().await;
    if let Some(metrics) = metrics {
        metrics.abort();
    }
    Ok(())
}

/// Shows the address to a person at the terminal; the log has a line of its own.
fn announce(state: &AppState) {
    let mut terminal = std::io::stdout();
    if !terminal.is_terminal() {
        return;
    }
    let url = &state.config.public_url;
    let said = writeln!(
        terminal,
        "\n\x1b[1;32m==> Tierline is running. Open {url}\x1b[0m   (Ctrl-C stops it)\n"
    );
    if let Err(error) = said {
        tracing::debug!(%error, "the terminal takes no more");
    }
}

/// Seeds the demo world in a demo, and refuses it anywhere else: it lets everybody in.
async fn world(state: &AppState) -> Result<(), ServeError> {
    if !state.config.demo {
        if demo::is_in(&state.pool).await? {
            return Err(ServeError::IsDemo);
        }
        if state.config.tenant_domain.as_str() == FICTIONAL_TENANT_DOMAIN {
            tracing::warn!(
                "new tenants are named under {FICTIONAL_TENANT_DOMAIN}, which is fictional: set --tenant-domain \
                 (TIERLINE_TENANT_DOMAIN)"
            );
        }
        return Ok(());
    }
    match demo::seed(state).await? {
        Seeded::Now => tracing::info!("the demo world was put in"),
        Seeded::Before => {}
        // The demo signs users in without passwords and shows all mails to everybody.
        Seeded::NotEmpty => return Err(ServeError::IsNoDemo),
    }
    Ok(())
}

/// All routes: the portal, with metrics, and the endpoints for load balancers beside it.
pub fn router(state: &AppState) -> Router {
    web::build(state.clone())
        .layer(middleware::from_fn(metrics::track))
        .merge(web::with_headers(
            health::router(state.pool.clone(), &state.config.fonts),
            state,
        ))
}

fn start_metrics(
    listener: TcpListener,
    state: &AppState,
    shutdown: &Shutdown,
) -> Result<tokio::task::JoinHandle<()>, ServeError> {
    let handle = metrics::install()?;
    tokio::spawn(metrics::upkeep(handle.clone(), shutdown.clone()));
    let router = metrics::router(handle, state.pool.clone());
    tracing::info!("metrics on http://{}/metrics", listener.local_addr()?);
    Ok(tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "metrics are not served any more");
        }
    }))
}

async fn listen(address: SocketAddr, flag: &'static str) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| ServeError::Listen {
            address,
            flag,
            source,
        })
}
