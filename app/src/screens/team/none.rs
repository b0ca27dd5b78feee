//! No team yet: what one gives, and that nothing leaves the device by itself.

use leptos::prelude::*;

use super::back::BackOffer;
use crate::{
    parts::{Card, EmptyState, Row, Rows, icons},
    words::t,
};

#[component]
pub(super) fn NoTeam() -> impl IntoView {
    view! {
        <EmptyState icon=icons::USERS title=t("team-none")>
            <p>{t("team-none-what")}</p>
            <p class="soft">{t("team-none-stays")}</p>
        </EmptyState>
        <Card title=t("team-gives")>
            <Rows label=t("team-gives")>
                <Row icon=icons::SHARE title=t("team-gives-share") note=t("team-gives-share-note")/>
                <Row icon=icons::HANDSHAKE title=t("team-gives-hand-over") note=t("team-gives-hand-over-note")/>
                <Row icon=icons::TABLET title=t("team-gives-devices") note=t("team-gives-devices-note")/>
            </Rows>
        </Card>
        <p class="soft small">{t("team-none-relay")}</p>
        <BackOffer/>
    }
}
