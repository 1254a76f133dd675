"""
Every word by which the five notices' facts were coded has its place in the vocabulary.

The words are restated here, so that the test holds where the facts themselves are not at hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy.vocabulary import (
    BUILT_IN,
    Art9Condition,
    ClosedTerm,
    ConsentElement,
    ErasureException,
    ErasureGround,
    Kind,
    LawfulBasis,
    MarketingPermission,
    ObjectionGround,
    PortabilityCondition,
    RefusalGround,
    RestrictionGround,
    RestrictionUse,
    Right,
    TransferInstrument,
)

FACTS: Final = Path(__file__).parents[3] / "shared/seeds/facts.json"

Home = Kind | type[ClosedTerm]

HOMES: Final[dict[str, tuple[Home, ...]]] = {
    "complaint": (Right,),
    "consent": (LawfulBasis, Art9Condition, MarketingPermission, Kind.CATEGORY, Kind.SCOPE),
    "contact": (Kind.CONTACT_ROLE,),
    "cookie": (Kind.COOKIE_CLASS, Kind.COOKIE_LIFETIME, Kind.TRACKER, Kind.TOPIC),
    "data_category": (Kind.CATEGORY,),
    "glossary": (Kind.ROLE,),
    "legal_basis": (LawfulBasis, Art9Condition, Kind.TOPIC),
    "marketing": (Kind.PURPOSE, MarketingPermission, Kind.CHANNEL, Kind.REQUEST),
    "process_step": (Kind.CATEGORY, Kind.EVENT),
    "processor_role": (Kind.RECIPIENT,),
    "profiling_adm": (Kind.AUTOMATION, Kind.TOPIC),
    "purpose": (Kind.PURPOSE,),
    "recipient": (Kind.RECIPIENT, Kind.TOPIC),
    "right": (Right, Kind.REQUEST, Kind.TOPIC),
    "right_condition": (Right,),
    "scope": (Kind.ROLE,),
    "security": (Kind.SECURITY_MEASURE,),
    "source": (Kind.SOURCE,),
    "special_category": (Kind.CATEGORY,),
    "subject_type": (Kind.ROLE,),
    "supervisory_authority": (Kind.AUTHORITY,),
    "transfer": (TransferInstrument, Kind.DESTINATION, Kind.REQUEST, Kind.TOPIC),
    # What stands beside the values of a fact.
    "applies_to": (Kind.ROLE,),
    "class": (Kind.COOKIE_CLASS,),
    "condition": (Kind.CONDITION,),
    "consequence": (Kind.CONSEQUENCE,),
    "element": (ConsentElement,),
    "event": (Kind.EVENT,),
    "examples": (Kind.EXCEPTION,),
    "ground": (
        ErasureGround,
        ErasureException,
        RestrictionGround,
        ObjectionGround,
        RefusalGround,
    ),
    "all_of": (PortabilityCondition,),
    "interest": (Kind.INTEREST,),
    "lift": (RestrictionUse,),
    "reasons": (Kind.CONTACT_REASON,),
    "stage": (Kind.STAGE,),
}

RENAMED: Final = {
    "sccs": "standard_contractual_clauses",
    "bcr": "binding_corporate_rules",
    "privacy_shield_self_certification": "privacy_shield_eu_us",
    "legal_claims_art9": "legal_claims",
    "dpa_complaint": "complaint",
    "sign_up": "profile.registered",
    "reference": "referee",
    "all": "data_subject",
    # Given by the person: the origin of a source says so, and its key need not.
    "self_account": "account",
    "self_application_form": "application_form",
    "self_chat": "chat",
    "self_contact": "contact",
    "self_email": "email",
    "self_event_registration": "event_registration",
    "self_forum_blog": "forum_blog",
    "self_in_person": "in_person",
    "self_in_person_event": "in_person_event",
    "self_in_person_office": "in_person_office",
    "self_marketing_subscription": "marketing_subscription",
    "self_phone": "phone",
    "self_printed_cv": "printed_cv",
    "self_website": "website",
    # Events carry dotted keys.
    "active_online_participation": "online_service.used",
    "click_through": "message.clicked",
    "cv_upload": "cv.updated",
    "direct_reply": "message.inbound",
    "marketing_click_through": "message.clicked",
    "message_opened": "message.opened",
    "message_read": "message.opened",
    "message_received": "message.delivered",
    "online_training": "training.taken",
    "oral_communication": "conversation",
    "role_conversation": "conversation.role",
    "written_communication": "message.inbound",
    # Conditions said in several ways have one key.
    "applicable_law": "law_permits",
    "circumstances": "where_appropriate",
    "financial_background_check_required": "financial_check_needed",
    "legally_permitted": "law_permits",
    "necessary_for_role": "role_requires",
    "permitted": "law_permits",
    "premises_visit": "visits_premises",
    "related_to_recruitment_services": "similar_recruitment_services",
    "required_for_role": "role_requires",
    "basis in (consent, contract)": "consent_or_contract",
}

COUNTRIES: Final = {"third_country_TR": "TR", "third_country_US": "US"}
"""Named countries are ISO 3166 codes and no terms."""

WORDS: Final = {
    "complaint": "dpa_complaint",
    "consent": "consent consent_per_procedure consent_record explicit_consent opt_in opt_out "
    "soft_opt_in",
    "contact": "dpo privacy_officer privacy_officer_eu",
    "cookie": "cookie_tracking cookies_generic functionality google_analytics hotjar "
    "linkedin_analytics no_tracking performance persistent personalisation session "
    "strictly_necessary twitter_analytics web_beacons",
    "data_category": "access_log age app_usage availability awards bank_details browser "
    "call_recording career_interests cctv_footage certificates_testimonials chat_content "
    "citizenship_nationality client_feedback colleague_supplied_info contact_details "
    "content_interaction conversation_notes correspondence current_salary_benefits cv "
    "date_of_birth department desired_compensation device_id device_type download_errors duties "
    "education_history email email_interaction emergency_contact_details employment_history "
    "enquiry_content financial_background gender geolocation id_document_copy internships "
    "ip_address job_alert_subscription job_title language_pref language_skills leave "
    "location_country login_credentials marital_status marketing_preferences memberships name "
    "national_id_number next_of_kin_details os_platform pages_visited password "
    "personal_interests phone photo place_of_birth placement_history plugins postal_address "
    "professional_biography reference_details reference_feedback security_clearance skills "
    "tax_info test_results third_party_source_info time_zone training_records "
    "transaction_history username visit_duration visit_frequency volunteered_info "
    "work_permit_status",
    "glossary": "staff website_user",
    "legal_basis": "consent contract jurisdiction_dependent legal_claims_art9 legal_obligation "
    "legitimate_interests precontract unspecified_depends_on_context unspecified_voluntary",
    "marketing": "ad_measurement b2b_no_consent business_development direct_marketing "
    "discounts_offers job_alerts opt_in preference_centre product_development profiling "
    "referral_request soft_opt_in suppression targeted_advertising unsubscribe",
    "process_step": "availability sign_up work_situation",
    "processor_role": "intra_group_processor processors",
    "profiling_adm": "consent_for_profiling cv_filtering_ranking human_in_the_loop "
    "job_recommendation no_significant_effect no_solely_automated_decisions planned_adm "
    "profiling refusal_consequence",
    "purpose": "analytics_statistics anonymised_statistics application_processing audits "
    "availability_recording business_development business_purposes business_purposes_of_client "
    "capacity_planning client_submission contact_subject contract_performance_subject "
    "contract_performance_third_party crime_tax_compliance data_collection database_storage "
    "direct_marketing emergency_contact_use equal_opportunities_monitoring fraud_prevention "
    "interactive_features internal_investigation internal_operations interview_salary_advice "
    "job_alerts legal_claims legal_compliance matching notify_changes obtain_reference "
    "payroll_invoicing personalisation placement_statistics precontract product_development "
    "profiling provide_requested_info receive_services recognise_return_visitor "
    "record_keeping_conversations recruitment_services relationship_management research "
    "respond_enquiries sales_transactions satisfaction_survey security service_improvement "
    "shared_database targeted_advertising training troubleshooting verification_screening",
    "recipient": "analytics_providers associated_third_parties authorities "
    "background_screening_providers buyers_sellers candidates clients_prospective_employers "
    "consented_third_parties group_companies investigation_parties it_providers "
    "legal_claims_parties marketing_automation marketing_providers none_sale service_providers "
    "social_media training_assessment_providers ultimate_holding",
    "right": "access all_requests confirmation copy_of_lia copy_of_safeguards erasure forget_me "
    "jurisdiction_dependent object object_marketing portability rectification restriction "
    "unsubscribe_from_mediation withdraw_consent",
    "right_condition": "object_marketing",
    "scope": "candidate client emergency_contact reference supplier website_user",
    "security": "access_control administrative encryption_in_transit general_statement "
    "organisational physical secure_servers technical",
    "source": "automatic_email_interaction automatic_website background_check_provider "
    "business_development candidate_names_emergency_contact candidate_names_reference "
    "candidate_referral client cookies credit_reference_agency current_former_colleagues "
    "cv_database due_diligence during_relationship education_institution "
    "employer_recommendation event_attendance event_attendee_list former_employer interview "
    "job_aggregator linkedin market_research media_analysis microsite other_group_services "
    "professional_social_media public_job_board recruitment_fair reference self_account "
    "self_application_form self_chat self_contact self_email self_event_registration "
    "self_forum_blog self_in_person self_in_person_event self_in_person_office "
    "self_marketing_subscription self_phone self_printed_cv self_website social_media "
    "social_media_competition social_media_import social_media_like_follow "
    "staff_names_emergency_contact supplier_referral",
    "special_category": "age biometric_data criminal_convictions disability "
    "diversity_information drug_alcohol_test fitness_for_work_test gender genetic_data "
    "government_id_number health jurisdiction_defined_other political_opinions "
    "race_ethnic_origin religious_philosophical_beliefs sexual_orientation "
    "socio_economic_background trade_union_membership",
    "subject_type": "business_relation candidate client emergency_contact end_consumer "
    "prospective_candidate prospective_client reference seller supplier "
    "supplier_managed_for_client supplier_worker website_user",
    "supervisory_authority": "autoriteit_persoonsgegevens ftc",
    "transfer": "bcr copy_of_safeguards intra_group_agreement onward_transfer precedence_clause "
    "privacy_shield_ch_us privacy_shield_eu_us privacy_shield_self_certification risk_statement "
    "safeguards_statement sccs third_country_TR third_country_US third_country_unspecified",
}

BESIDE: Final = {
    "applies_to": "all app_user business_relation candidate child client emergency_contact "
    "end_consumer event_attendee other_person prospective_candidate prospective_client reader "
    "reference staff supplier supplier_worker website_user",
    "class": "functionality performance personalisation strictly_necessary",
    "condition": "applicable_law appropriate_and_lawful circumstances client_requests "
    "contract_provides_payment contract_requires financial_background_check_required "
    "legally_permitted necessary_for_role not_opted_out permitted premises_visit prior_contact "
    "related_to_recruitment_services required_for_role similar_recruitment_services "
    "where_appropriate",
    "consequence": "cannot_continue_relation cannot_perform_contract cannot_provide_services "
    "reduced_functionality",
    "element": "affirmative_act freely_given granular informed",
    "event": "active_online_participation click_through cv_upload direct_reply "
    "marketing_click_through message_opened message_read message_received online_training "
    "oral_communication role_conversation written_communication",
    "examples": "anticipated_litigation tax_authority_request",
    "ground": "accuracy_contested archiving_research compelling_grounds "
    "consent_withdrawn_no_other_basis direct_marketing expression legal_claims "
    "legal_obligation_public_task legal_obligation_to_erase legitimate_interests "
    "needed_for_claims no_longer_necessary objection_pending objection_upheld public_health "
    "public_task research_statistics rights_of_others unlawful unlawful_prefers_restriction",
    "interest": "any_relation_any_company client_service constant_updated_communication "
    "internal_administration own_legal_obligations people_care quality_assurance "
    "receive_services_and_pay similar_services tailored_recommendations training_interactive",
    "lift": "consent important_public_interest legal_claims protect_other_person",
    "reasons": "access_change_withdraw comments report_incident withdraw_consent",
    "stage": "job_offered likely_hire",
}


def is_in(home: Home, key: str) -> bool:
    """
    Say whether a list, closed or open, has a key.
    """
    if isinstance(home, Kind):
        return BUILT_IN.has(home, key)
    return key in {member.value for member in home}


def homeless(kind: str, words: set[str]) -> set[str]:
    """
    Find the words that no list for that kind of fact knows, renamed or not.
    """
    return {
        word
        for word in words - COUNTRIES.keys()
        if not any(is_in(home, RENAMED.get(word, word)) for home in HOMES[kind])
    }


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_every_value_of_a_kind_of_fact_has_a_place(kind: str) -> None:
    """
    What a notice names is a term or a member of a closed list, under its key or a better one.
    """
    assert homeless(kind, set(WORDS[kind].split())) == set()


@pytest.mark.parametrize("kind", sorted(BESIDE))
def test_what_stands_beside_the_values_has_a_place(kind: str) -> None:
    """
    Grounds, conditions, events, interests and the like of the notices are sayable too.
    """
    assert homeless(kind, set(BESIDE[kind].split())) == set()


def test_portability_has_the_three_conditions_named() -> None:
    """
    Automated means, provided by the person, on consent or a contract.
    """
    named = {"automated_means", "basis in (consent, contract)", "provided_by_subject"}
    assert homeless("all_of", named) == set()


def test_only_words_in_use_are_renamed() -> None:
    """
    The table of renamed words holds none that no fact uses.
    """
    used = {word for words in (*WORDS.values(), *BESIDE.values()) for word in words.split()}
    assert RENAMED.keys() - used == {"basis in (consent, contract)"}


@pytest.mark.skipif(not FACTS.exists(), reason="the facts are not beside us")
def test_the_words_are_those_of_the_facts() -> None:
    """
    The restated words are all the values the coded facts use, and no others.
    """
    found: dict[str, set[str]] = {}
    for row in json.loads(FACTS.read_text("utf-8")):
        for value in row["parameters"].get("values", ()):
            found.setdefault(row["kind"], set()).add(value)
    assert found == {kind: set(words.split()) for kind, words in WORDS.items()}
