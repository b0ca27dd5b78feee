//! A picture of every screen: `tour DIR [nl|en] [phone|desktop|narrow|large] [light|dark] [--readme]`.
//!
//! `narrow` is the narrowest screen that must work, `large` a phone with the largest letters of the settings; both are taken only when they are asked
//! for. A screen that is wider than its window is named.
//!
//! Writes `DIR/<language>/<size>-<theme>/<screen>.png`, and beside it `<screen>-end.png` with the end of a long page. `--readme`
//! also renews the pictures that the README shows.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use domain::Language;
use serde_json::Value;
use tests::{
    reach::Reach,
    walk::{Other, Stop, Theme, let_in, walk},
    window::{DESKTOP, Home, NARROW, PHONE, Size, Window, WindowError},
};

/// The sizes with their names, and the letters as the settings call them.
const SIZES: [(&str, Size, &str); 4] = [
    ("phone", PHONE, "normal"),
    ("desktop", DESKTOP, "normal"),
    ("narrow", NARROW, "normal"),
    ("large", PHONE, "largest"),
];

/// Sizes that are taken only when somebody asks for them.
const ON_REQUEST: [&str; 2] = ["narrow", "large"];

/// Pictures for the README: its name there, the size it has there, and the screen.
const README: [(&str, &str, &str); 4] = [
    ("today", "phone-light", "today"),
    ("web", "phone-light", "web"),
    ("talk", "phone-light", "talk-change"),
    ("resident", "phone-light", "hand-over-question"),
];

/// A page that is longer than this many times the window gets a second picture.
const LONG: f64 = 1.15;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted::read(env::args().skip(1).collect())?;
    for language in Language::ALL.into_iter().filter(|language| wanted.has(language.tag())) {
        let mut camera = wanted.camera(language)?;
        let home = Home::new()?;
        let window = Window::open(&home, PHONE).await?;
        walk(&window, language, &mut camera).await?;
        window.close().await?;
        for other in Other::ALL {
            camera.size = PHONE;
            let home = other.home(language)?;
            let window = Window::open(&home, PHONE).await?;
            other.walk(&window, language, &mut camera).await?;
            window.close().await?;
        }
        let (relay, home, other_home) = (Reach::new().await, Home::new()?, Home::new()?);
        camera.size = PHONE;
        let owner = Window::open(&home, PHONE).await?;
        let other = Window::open(&other_home, PHONE).await?;
        let_in((&owner, &other), &relay.address(), language, &mut camera).await?;
        owner.close().await?;
        other.close().await?;
    }
    if wanted.is_for_readme {
        wanted.renew_readme()?;
    }
    Ok(())
}

/// What the person asked for.
struct Wanted {
    folder: PathBuf,
    /// Words that narrow it down; of a kind that is not named everything is wanted.
    only: Vec<String>,
    is_for_readme: bool,
}

impl Wanted {
    fn read(mut arguments: Vec<String>) -> Result<Self, Box<dyn Error>> {
        let is_for_readme = arguments.iter().any(|argument| argument == "--readme");
        arguments.retain(|argument| argument != "--readme");
        if arguments.is_empty() {
            return Err("say where the pictures go".into());
        }
        let folder = PathBuf::from(arguments.remove(0));
        match arguments.iter().find(|word| !KINDS.iter().any(|kind| kind.contains(&word.as_str()))) {
            Some(word) => Err(format!("the tour does not know {word}").into()),
            None => Ok(Self { folder, only: arguments, is_for_readme }),
        }
    }

    /// Whether pictures of this kind are wanted.
    fn has(&self, word: &str) -> bool {
        let others = KINDS.iter().find(|kind| kind.contains(&word)).copied().unwrap_or_default();
        let is_narrowed = self.only.iter().any(|only| others.contains(&only.as_str()));
        self.only.iter().any(|only| only == word) || !is_narrowed && !ON_REQUEST.contains(&word)
    }

    fn camera(&self, language: Language) -> Result<Camera, Box<dyn Error>> {
        let mut views = Vec::new();
        for (name, size, letters) in SIZES.into_iter().filter(|(name, ..)| self.has(name)) {
            for theme in Theme::ALL.into_iter().filter(|theme| self.has(theme.name())) {
                let folder = self.folder.join(language.tag()).join(format!("{name}-{}", theme.name()));
                fs::create_dir_all(&folder)?;
                views.push(View { name, size, letters, theme, folder });
            }
        }
        Ok(Camera { views, size: PHONE })
    }

    fn renew_readme(&self) -> Result<(), Box<dyn Error>> {
        let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
        fs::create_dir_all(&pictures)?;
        for (name, view, screen) in README {
            fs::copy(
                self.folder.join("nl").join(view).join(format!("{screen}.png")),
                pictures.join(format!("{name}.png")),
            )?;
        }
        Ok(())
    }
}

/// What can be narrowed down.
const KINDS: [&[&str]; 3] = [&["nl", "en"], &["phone", "desktop", "narrow", "large"], &["light", "dark"]];

/// One way to look at each screen.
struct View {
    name: &'static str,
    size: Size,
    letters: &'static str,
    theme: Theme,
    folder: PathBuf,
}

/// Takes the pictures.
struct Camera {
    views: Vec<View>,
    /// As the window is now.
    size: Size,
}

impl Stop for Camera {
    async fn at(&mut self, window: &Window, screen: &str) -> Result<(), WindowError> {
        println!("{screen}");
        for view in &self.views {
            if self.size != view.size {
                window.resize(view.size).await?;
                self.size = view.size;
            }
            window.enlarge(view.letters).await?;
            window.shine(view.theme).await?;
            scroll(window, "0").await?;
            window.picture(&view.folder.join(format!("{screen}.png"))).await?;
            let is_wide = "return document.documentElement.scrollWidth > innerWidth";
            if window.session().execute(is_wide, Vec::new()).await?.json() == &Value::Bool(true) {
                println!("  wider than the window: {screen}, {}", view.name);
            }
            let how_long = "return document.documentElement.scrollHeight / innerHeight";
            let is_long =
                window.session().execute(how_long, Vec::new()).await?.json().as_f64().is_some_and(|times| times > LONG);
            if is_long {
                scroll(window, "document.documentElement.scrollHeight").await?;
                window.picture(&view.folder.join(format!("{screen}-end.png"))).await?;
                scroll(window, "0").await?;
            }
        }
        Ok(())
    }
}

async fn scroll(window: &Window, to: &str) -> Result<Value, WindowError> {
    let answer =
        window.session().execute(format!("window.scrollTo({{ top: {to}, behavior: 'instant' }})"), Vec::new()).await?;
    window.settle().await?;
    Ok(answer.json().clone())
}
