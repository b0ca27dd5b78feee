//! Stories of one device, told to the real engine on a real folder, without a window.

mod journeys {
    mod bases;
    mod erase;
    mod first_start;
    mod hand_over;
    mod instruments;
    mod look_back;
    mod properties;
    mod records;
    mod settings;
    mod talk;
    mod trouble;
}
