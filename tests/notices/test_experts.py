"""
The list an expert made of each notice before seeing the check, held against what it finds.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy import law, notices
from recruitprivacy.basis import places
from recruitprivacy.wire import load_policy

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
ON: Final = date(2026, 11, 22)
LAW: Final = {"allegro": ("NL",)}
"""Whose law is asked where the notice names no country."""

LISTED: Final = {
    "allegro": """
        law.repealed                     laws.Wbp
        wording.outdated                 recipients.processors.called.nl-x-je
        use.basis_unstated               uses.services.basis
        use.basis_unstated               uses.relations.basis
        retention.until_asked            roles.candidate
        request.end_unstated             further_requests.unsubscribe_from_mediation.erases
        retention.unstated               roles.business_relation
        recipient.unspecific             recipients.processors.to
        consent.withdrawal_unstated      rights.withdraw_consent
        right.unstated                   rights.restriction
        right.unstated                   rights.portability
        right.unstated                   rights.object
        right.unstated                   rights.complaint
        obligation.consequences_unstated roles.candidate
        marketing.objection_unstated     marketing.offers.stopped_by
        marketing.permission_unstated    marketing.offers.permission
        controller.dpo_unstated          controllers.allegro.dpo
        statement.duty_shifted           statements.accuracy
        cookies.unstated                 ways.candidate.automatic.online_activity
        version.inexact                  version
        changes.telling_unstated         changes.notified
    """,
    "cluster": """
        version.undated                  version
        link.lost                        links.controller.url
        duty.not_found                   obligations.statute.data
        duty.on_consent                  obligations.statute.data
        special.on_consent               data.candidate.but.health
        criminal.on_consent              data.candidate.but.criminal_convictions
        collect.too_early                data.candidate.items
        collect.too_early                data.candidate.but.emergency_contact_details
        basis.misfit                     uses.recruitment.basis
        consent.not_consent              consents.general.kind
        consent.no_act                   ways.website_user.but.cookies.consent_by
        cookies.not_persistent           cookies.by_lifetime.persistent.lifetime
        cookies.tracker_incomplete       cookies.trackers.google_analytics
        cookies.class_unlisted           marketing.advertising.cookie_class
        transfer.unstated                transfers
        recipient.unspecific             recipients.group.to
        recipient.anonymity_partial      recipients.diversity.form
        recipient.network_unstated       marketing.advertising.channels
        clock.no_cap                     clocks.meaningful_contact.at_most
        retention.beyond_guidance        retention.house.at_most
        retention.good_faith             retention.house.good_faith
        disposal.remainder_endless       disposals.delete.residue
        wording.misleading               wording.purpose.legal_claims.nl
        consent.basis_changed            rights.withdraw_consent.other_basis
        consent.earlier_unstated         rights.withdraw_consent
        automation.planned_on_consent    automation.future.permission
        objection.undone                 statements.re_collection
        purpose.incompatible             uses.reference_approach.treated_as
        use.only_contradicted            uses.references.only
        source.telling_unstated          ways.referee.received
        marketing.opt_in_needed          marketing.clients.permission
        data.open_ended                  data.candidate.exhaustive
        data.unused                      data.candidate
        statement.duty_shifted           statements.flow_down
        use.basis_varies                 uses
        tracking.unasked                 ways.candidate.automatic
    """,
    "pagegroup": """
        version.truncated                version.complete
        controller.unnamed               roles.candidate
        use.basis_unstated               uses.approaching_candidates.basis
        data.art_9_unstated              data.candidate.but.health
        data.on_wish                     data.candidate.but.criminal_convictions
        data.open_ended                  data.candidate.exhaustive
        automation.human_unproven        automation.intelligent_search.human
        automation.effect_denied         automation.intelligent_search.significant
        tracking.unasked                 ways.client.automatic
        marketing.beyond_cookies         marketing.advertising.data
        recipient.network_unstated       marketing.advertising.channels
        consent.earlier_unstated         rights.withdraw_consent
        transfer.adequacy_unstated       transfers.turkey.to_countries
        transfer.country_unnamed         transfers.group.to_countries
        obligation.unspecific            obligations.services.required_by
        link.lost                        links.cookie_policy.url
        wording.not_of_law               wording.lawful_basis.legitimate_interests.nl-BE
    """,
    "allegis": """
        transfer.instrument_invalid      transfers.privacy_shield.instruments
        transfer.edition_ended           transfers.within_group.instruments
        transfer.copy_unstated           transfers.within_group.copy_at
        controller.unnamed               roles.candidate
        controller.arrangement_unstated  responsible.group.capacity
        controller.representative_unstated controllers
        basis.several                    uses.services.basis
        data.art_10_unstated             data.candidate.but.criminal_convictions
        retention.vague                  retention.business_need.while
        retention.no_longest             retention.talent_pool.while
        disposal.remainder_endless       disposals.end_of_need.residue
        marketing.way_unstated           marketing.messages.stopped_by
        right.own_refusal                rights.access.own_refusals
        right.answer_open                rights.erasure.answer
        framework.ended                  complaints.dispute_body.under
        framework.ended                  complaints.arbitration.under
        framework.ended                  rights.access.under
        statement.sale_denied            statements.not_sold
        tracker.not_anonymous            cookies.trackers.hotjar.form
        role.unaddressed                 data.candidate.but.emergency_contact_details
        statement.duty_shifted           statements.third_party_data
        link.lost                        links.companies.url
        use.purpose_vague                uses.services.purposes
        consent.explicit_lost            variants.sv.consents.sensitive.kind
        language.otherwise               marketing.updates.permission
        language.otherwise               retention.talent_pool.modality
        language.otherwise               uses.collecting.basis
        wording.misleading               wording.lawful_basis.vital_interests.sv
        version.date_names               version.calls_date.sv
    """,
}
NO_FAULT: Final = {
    "allegro": """
        transfer.unstated requests.promise_later_than_law data.open_ended right.not_for_role
    """,
    "cluster": "requests.promise_later_than_law right.unstated controller.contact_unstated",
    "pagegroup": "automation.human_unstated transfer.copy_unstated basis.unweighed",
    "allegis": "consent.earlier_unstated source.telling_unstated automation.logic_unstated",
}
"""What looks wrong and is not, by its codes."""


@cache
def found(firm: str) -> frozenset[tuple[str, str]]:
    """
    Give what is found in a firm's declaration, as code and path.
    """
    policy = load_policy(POLICIES / firm)
    book = law.load(*LAW.get(firm, [p for p in places(policy) if p in law.jurisdictions()]))
    return frozenset((each.code, each.path) for each in notices.check(policy, book, on=ON))


@pytest.mark.parametrize("firm", sorted(LISTED))
def test_what_the_expert_lists_is_found(firm: str) -> None:
    """
    Each fault on the list of a notice is found, where it stands.
    """
    listed = {tuple(line.split()) for line in LISTED[firm].strip().splitlines()}

    assert sorted(listed - found(firm)) == []


@pytest.mark.parametrize("firm", sorted(NO_FAULT))
def test_what_the_expert_would_not_fault_is_left_alone(firm: str) -> None:
    """
    What only looks like a fault of a notice is not found in it.
    """
    assert {code for code, _ in found(firm)}.isdisjoint(NO_FAULT[firm].split())
