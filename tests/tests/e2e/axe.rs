//! Everyone can use every screen: axe-core finds nothing, in light and in dark.

use domain::Language;
use tests::{
    reach::Reach,
    walk::{Other, Stop, Theme, let_in, walk},
    window::{DESKTOP, Home, PHONE, Size, Window, WindowError},
};

/// Asks axe-core at each screen.
#[derive(Default)]
struct Axe {
    found: Vec<String>,
    screens: usize,
}

impl Stop for Axe {
    async fn at(&mut self, window: &Window, screen: &str) -> Result<(), WindowError> {
        self.screens += 1;
        for theme in Theme::ALL {
            window.shine(theme).await?;
            let found = window.violations().await?;
            self.found.extend(found.into_iter().map(|what| format!("{screen}, {}: {what}", theme.name())));
        }
        Ok(())
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_any_dutch_screen_of_a_phone_in_light_and_dark() {
    finds_nothing(PHONE, Language::Nl).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_english_screen_of_a_desktop_in_light_and_dark() {
    finds_nothing(DESKTOP, Language::En).await;
}

async fn finds_nothing(size: Size, language: Language) {
    let home = Home::new().unwrap();
    let window = Window::open(&home, size).await.unwrap();
    let mut axe = Axe::default();
    walk(&window, language, &mut axe).await.unwrap();
    window.close().await.unwrap();
    for other in Other::ALL {
        let home = other.home(language).unwrap();
        let window = Window::open(&home, size).await.unwrap();
        other.walk(&window, language, &mut axe).await.unwrap();
        window.close().await.unwrap();
    }
    let (relay, home, other_home) = (Reach::new().await, Home::new().unwrap(), Home::new().unwrap());
    let owner = Window::open(&home, size).await.unwrap();
    let other = Window::open(&other_home, size).await.unwrap();
    let_in((&owner, &other), &relay.address(), language, &mut axe).await.unwrap();
    owner.close().await.unwrap();
    other.close().await.unwrap();
    assert!(axe.screens > 50, "the walk came past {} screens only", axe.screens);
    assert!(axe.found.is_empty(), "axe-core found on {} screens:\n{}", axe.screens, axe.found.join("\n"));
}
