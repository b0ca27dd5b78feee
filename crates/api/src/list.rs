//! The one list of calls, with who may make them.
//!
//! It needs nothing else of this crate: `src-tauri/build.rs` takes this file alone for the names. With the whole crate there, cargo
//! would build it, and half of Tauri after it, once for tests and once for the app.

/// Calls `$callback!` with every command as `name: Request => Response, Gate;`.
///
/// The shell makes a `#[tauri::command]` of each line, this crate a [`Request`], and the shell's build a permission.
#[macro_export]
macro_rules! for_each_command {
    ($callback:ident) => {
        $callback! {
            get_session: GetSession => SessionView, Anyone;
            judge_passphrase: JudgePassphrase => Judgement, Anyone;
            set_up: SetUp => RecoveryCode, Anyone;
            unlock: Unlock => SessionView, Anyone;
            lock: Lock => SessionView, Anyone;
            change_preferences: ChangePreferences => Preferences, Anyone;
            speak: Speak => (), Anyone;
            stop_speaking: StopSpeaking => (), Anyone;
            network_is: NetworkIs => (), Anyone;
            print_page: PrintPage => (), Open;

            confirm_recovery_code: ConfirmRecoveryCode => SessionView, Open;
            new_recovery_code: NewRecoveryCode => RecoveryCode, Open;
            change_passphrase: ChangePassphrase => Saved, Open;
            remember_device: RememberDevice => SessionView, Open;
            set_pin: SetPin => SessionView, Open;

            get_today: GetToday => TodayView, Open;
            not_now: NotNow => Saved, Open;

            find_residents: FindResidents => ResidentPage, Open;
            add_resident: AddResident => domain::ResidentId, Open;
            search: Search => SearchView, Open;
            load_sample: LoadSample => Saved, Open;
            remove_sample: RemoveSample => Saved, Open;

            get_dossier: GetDossier => DossierView, Open;
            edit_dossier: EditDossier => Saved, Open;
            give_basis: GiveBasis => domain::BasisId, Open;
            withdraw_basis: WithdrawBasis => Saved, Open;
            erase_resident: EraseResident => Saved, Open;
            erase_conversation: EraseConversation => Saved, Open;
            save_copy: SaveCopy => Written, Open;
            mark_printed: MarkPrinted => Saved, Open;

            get_plan: GetPlan => PlanView, Open;
            edit_plan: EditPlan => Saved, Open;

            start_conversation: StartConversation => domain::ConversationId, Open;
            get_conversation: GetConversation => ConversationView, Open;
            edit_conversation: EditConversation => Saved, Open;
            enter_marks: EnterMarks => Saved, Open;
            agree_first_step: AgreeFirstStep => domain::StepId, Open;
            expect_themes: ExpectThemes => Saved, Open;
            keep_place: KeepPlace => Saved, Open;

            hand_over: HandOver => SessionView, Open;
            get_hand_over: GetHandOver => HandOverView, HandedOver;
            answer_hand_over: AnswerHandOver => Saved, HandedOver;
            end_hand_over: EndHandOver => SessionView, HandedOver;

            list_instruments: ListInstruments => Vec<InstrumentRow>, Open;
            get_instrument: GetInstrument => domain::instrument::Instrument, HandedOver;
            import_instrument: ImportInstrument => InstrumentRow, Open;
            remove_instrument: RemoveInstrument => Saved, Open;

            get_safety: GetSafety => SafetyView, Open;
            edit_safety: EditSafety => Saved, Open;
            get_person: GetPerson => domain::directory::Person, Open;
            edit_person: EditPerson => Saved, Open;

            export_all: ExportAll => Written, Open;
            save_unsent: SaveUnsent => Written, Open;
            read_back: ReadBack => ReadBackReport, Open;
            get_access_log: GetAccessLog => AccessPage, Open;
            export_access_log: ExportAccessLog => Written, Open;
            rebuild: Rebuild => Rebuilt, Open;
            verify: Verify => VerifyReport, Open;

            get_team: GetTeam => TeamView, Open;
            choose_team: ChooseTeam => Saved, Open;
            make_team: MakeTeam => Saved, Open;
            invite: Invite => TeamView, Open;
            join: Join => TeamView, Open;
            confirm_pairing: ConfirmPairing => TeamView, Open;
            end_pairing: EndPairing => TeamView, Open;
            change_role: ChangeRole => Saved, Open;
            remove: Remove => Saved, Open;
            leave_team: LeaveTeam => Saved, Open;

            get_sheet: GetSheet => SheetView, Open;
            put_on_sheet: PutOnSheet => SheetView, Open;
            bring_back: BringBack => SheetView, Open;
            end_bringing_back: EndBringingBack => SheetView, Open;

            get_sharing: GetSharing => SharingView, Open;
            share_dossier: ShareDossier => domain::BasisId, Open;
            bring_along: BringAlong => domain::ResidentId, Open;
            hand_over_dossier: HandOverDossier => domain::BasisId, Open;
            hold_dossier: HoldDossier => Saved, Open;
            get_running: GetRunning => RunningView, Open;
            get_others_dossiers: GetOthersDossiers => OthersDossiersView, Open;
            agree_to_erasure: AgreeToErasure => Saved, Open;
            take_back_erasure: TakeBackErasure => Saved, Open;

            get_shared: GetShared => SharedView, Open;
            see_gone: SeeGone => Saved, Open;

            get_sync: GetSync => SyncView, Open;
            get_record_states: GetRecordStates => Vec<RecordState>, Open;
            sync_now: SyncNow => Saved, Open;
            pause_sync: PauseSync => Saved, Open;
            resume_relay: ResumeRelay => Saved, Open;
            become_new_device: BecomeNewDevice => Saved, Open;
            see_put_back: SeePutBack => Saved, Open;
            see_removal: SeeRemoval => Saved, Open;
            put_told_away: PutToldAway => Saved, Open;
        }
    };
}
