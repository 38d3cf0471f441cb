"""All the facts that pages are made from, worked out once when first asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from bothways.derive.agenda import Agenda, agenda_from, coming, debts
from bothways.derive.agenda_item import Item
from bothways.derive.beliefs import Belief, beliefs
from bothways.derive.carried import Carried
from bothways.derive.contacts import History, histories
from bothways.derive.coverage import Answers, Coverage, answers, coverage
from bothways.derive.introductions import Introductions, acquaintances, introductions
from bothways.derive.keeping_up import KeepingUp, keeping_up
from bothways.derive.learned import Learned, learned
from bothways.derive.log_names import LineNames
from bothways.derive.loops import Loop, loops, loops_by_giver
from bothways.derive.namesakes import namesakes
from bothways.derive.organisations import Standing, organisations
from bothways.derive.packet import Packet, packet
from bothways.derive.progress import Progress, progress
from bothways.derive.safety_net import SafetyNet, safety_net
from bothways.derive.talks import by_person
from bothways.derive.ties import Ties
from bothways.model.conversations import Conversation
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook


class Facts:
    """What follows from a workbook on a day."""

    def __init__(self, workbook: Workbook, day: date, last: "Facts | None" = None) -> None:
        """`last`: of the workbook as it was before; what an edit is not about is carried over."""
        self.workbook = workbook
        self.day = day
        self._last = last.carried if last and last.day == day else None
        self._hellos = self._last.hellos_now(workbook) if self._last else {}

    @property
    def carried(self) -> Carried | None:
        """What the next facts may carry over."""
        is_known = "open_items" in vars(self)
        return Carried(self.workbook, self.histories, self._hellos) if is_known else self._last

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Everything that happened with each person."""
        return self._last.histories_now(self.workbook, self.day) if self._last else histories(self.workbook, self.day)

    @cached_property
    def talks_with(self) -> Mapping[str, Sequence[Conversation]]:
        """Every talk with each person, planned or held or neither, oldest first. By `key_of`."""
        return by_person(sorted(self.workbook.conversations, key=lambda talk: talk.date))

    @cached_property
    def line_names(self) -> LineNames:
        """What each line of the log is called."""
        return LineNames(self.workbook.log)

    @cached_property
    def agenda(self) -> Agenda:
        """What there is to do."""
        return agenda_from(self.open_items, self.workbook, self.day)

    @cached_property
    def open_items(self) -> tuple[Item, ...]:
        """All that will fall due, whenever that is."""
        return debts(self.workbook, self.day, self.histories, self._hellos)

    @cached_property
    def coming(self) -> tuple[Item, ...]:
        """What will be due in the week after the day, should nothing more be written until then."""
        return coming(self.workbook, self.day, self.open_items)

    @cached_property
    def ties(self) -> Ties:
        """How it stands with each person, by id."""
        return Ties(self.workbook, self.day, self.histories, self.open_items, self.agenda.items)

    @cached_property
    def namesakes(self) -> Mapping[str, str]:
        """What tells people apart who have the same name, by id."""
        return namesakes(self.workbook.people)

    @cached_property
    def loops(self) -> Mapping[str, tuple[Loop, ...]]:
        """Advice and introductions, and whether their givers know what came of them: by the giver's `key_of`."""
        return loops_by_giver(loops(self.workbook, self.day, self.histories, self.open_items))

    @cached_property
    def answers(self) -> Answers:
        """Every answer so far, under its question."""
        return answers(self.workbook, self.day)

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """How far each question list is answered, by id."""
        return coverage(self.workbook, self.answers)

    @cached_property
    def organisations(self) -> Mapping[str, Standing]:
        """How it stands with each organisation, by id, in the rhythm's order."""
        found = organisations(self.workbook, self.day, self.histories)
        return {str(standing.organisation.id): standing for standing in found}

    @cached_property
    def beliefs(self) -> tuple[Belief, ...]:
        """Every belief, with what was found out about it."""
        return beliefs(self.workbook, self.day)

    @cached_property
    def introductions(self) -> Introductions:
        """Who led to whom."""
        return introductions(self.workbook, self.day, self.histories)

    @cached_property
    def acquaintances(self) -> tuple[tuple[Ref, Ref], ...]:
        """People who know each other, though neither led to the other."""
        return tuple(acquaintances(self.workbook, self.day))

    @cached_property
    def progress(self) -> Progress:
        """How it goes: the path, the weeks, where it sticks, what came of it."""
        return progress(self.workbook, self.day, self.histories, self.introductions)

    @cached_property
    def keeping_up(self) -> KeepingUp:
        """What somebody who is not looking for anything may like to do this month."""
        return keeping_up(self.workbook, self.day, self.ties.values(), self.agenda.items)

    @cached_property
    def safety_net(self) -> SafetyNet:
        """Whom they could ask, should they ever have to."""
        return safety_net(self.workbook, self.day, self.ties.values())

    @cached_property
    def learned(self) -> Learned:
        """Everything that talks and events left behind."""
        return learned(self.workbook, self.day, self.answers, self.coverage)

    @cached_property
    def packet(self) -> Packet:
        """What a session with a coach begins with."""
        found = self.progress
        offers = (*found.introductions_open, *found.introductions_made)
        return packet(
            self.workbook,
            self.day,
            self.histories,
            beliefs=self.beliefs,
            harvests=found.harvests,
            promises=offers,
            advice_told=found.advice_told,
        )
