//! What the program `relay` does: reads the command line, and runs a relay until it is asked to stop.

mod flags;

use std::{error::Error, process::ExitCode, sync::Arc};

use flags::{Flags, Verb};
use protocol::limit::RELAY_BYTES_MAX;
use tokio::net::TcpListener;

use crate::{
    Relay, Settings, Tls, backup,
    clock::{SystemChance, SystemClock},
    restore, serve as serve_until,
};

/// Does what stands on the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_target(false).init();
    let done = flags::read(lexopt::Parser::from_env()).map_err(Into::into).and_then(run);
    if let Err(error) = done {
        eprintln!("relay: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run(flags: Flags) -> Result<(), Box<dyn Error>> {
    match &flags.verb {
        Verb::Help => print!("{}", flags::HELP),
        Verb::Backup(file) => backup(&flags.place, file)?,
        Verb::Restore(file) => restore(&flags.place, file, &SystemChance)?,
        Verb::Serve => tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(serve(flags))?,
    }
    Ok(())
}

async fn serve(flags: Flags) -> Result<(), Box<dyn Error>> {
    let tls = match (&flags.tls.0, &flags.tls.1) {
        (Some(certificate), Some(key)) => Some(Tls::read(certificate, key)?),
        (None, None) => None,
        _ => return Err("--tls-cert and --tls-key go together".into()),
    };
    let listener = TcpListener::bind(flags.listen).await?;
    let address = listener.local_addr()?;
    let name = flags.name.unwrap_or_else(|| address.to_string());
    if name.len() > RELAY_BYTES_MAX {
        return Err("the name of the relay is longer than 253 bytes".into());
    }
    let settings = Settings {
        registration_token: flags.registration_token,
        quota_mib: flags.quota_mib,
        rate: flags.rate,
        retention_days: flags.retention_days,
        ..Settings::new(flags.place, name)
    };
    let open = || Relay::open(settings, Arc::new(SystemClock::default()), Arc::new(SystemChance));
    let relay = Arc::new(tokio::task::spawn_blocking(open).await??);
    println!("listening on http{}://{address}", if tls.is_some() { "s" } else { "" });
    serve_until(relay, listener, tls, stop_asked()).await?;
    tracing::info!("stopped");
    Ok(())
}

/// Until the system, or whoever sits at the terminal, asks to stop.
async fn stop_asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
