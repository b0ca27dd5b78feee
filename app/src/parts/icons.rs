//! The drawings of the app, by what they mean here. All from Lucide, so that they look like one hand.

pub use icondata_core::Icon as Drawing;
pub use icondata_lu::{
    LuArchive as BACKUP, LuArrowLeftRight as OTHER_SIDE, LuBookOpen as BOOK, LuBrain as BRAIN, LuCalendar as CALENDAR,
    LuCheck as CHECK, LuChevronLeft as BACK, LuChevronRight as NEXT, LuClipboardList as LIST, LuClock as CLOCK,
    LuCompass as COMPASS, LuEraser as WIPE, LuEye as SHOW, LuEyeOff as HIDE, LuFootprints as STEP, LuGlobe as LANGUAGE,
    LuGrid3x3 as NUMBERS, LuHandshake as HANDSHAKE, LuHeart as HEART, LuHouse as HOUSE, LuInfo as INFO, LuLeaf as LEAF,
    LuLifeBuoy as SAFETY, LuLock as LOCK, LuMessageSquare as TALK, LuMinus as LESS, LuPause as PAUSE, LuPencil as EDIT,
    LuPlay as GO_ON, LuPlus as PLUS, LuPrinter as PRINT, LuQrCode as QR, LuRefreshCw as SYNC, LuRotateCcw as AGAIN,
    LuSearch as SEARCH, LuSettings as SETTINGS, LuShare2 as SHARE, LuShield as SHIELD, LuSmile as SMILE,
    LuSprout as SPROUT, LuStar as STAR, LuSun as SUN, LuTable as TABLE, LuTablet as TABLET, LuTrash as ERASE,
    LuTriangleAlert as PROBLEM, LuUser as PERSON, LuUsers as USERS, LuVolume2 as READ_ALOUD, LuX as CLOSE,
};

use domain::instrument::IconName;

/// The drawing of a dimension.
#[must_use]
pub fn of_dimension(name: IconName) -> Drawing {
    match name {
        IconName::Book => BOOK,
        IconName::Brain => BRAIN,
        IconName::Clock => CLOCK,
        IconName::Compass => COMPASS,
        IconName::Handshake => HANDSHAKE,
        IconName::Heart => HEART,
        IconName::House => HOUSE,
        IconName::Leaf => LEAF,
        IconName::Smile => SMILE,
        IconName::Star => STAR,
        IconName::Sun => SUN,
        IconName::Users => USERS,
    }
}
