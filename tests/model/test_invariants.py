"""What no article, annotation or registry can break, however it is made."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import LABELS, TEXT_KINDS, annotations_of, articles, spans_in
from tei_edition.core.characters import XML_SPACE
from tei_edition.core.span import Span
from tei_edition.model.article import (
    CHILDREN,
    CONTAINERS,
    SPACE,
    TOP_LEVEL,
    Article,
    Block,
    LedgerEntry,
    Metadata,
    Repair,
    RepairKind,
    Source,
    Stated,
    plain_article,
)
from tei_edition.model.fitting import HOLDERS, compatible, fits
from tei_edition.model.layer import Annotation, Layer, reading_order
from tei_edition.model.links import Linked
from tei_edition.model.registry import Entity, Registry

LENGTH = 24
ANNOTATIONS = st.builds(
    Annotation,
    span=spans_in(LENGTH),
    label=st.sampled_from(LABELS),
    agent=st.sampled_from(("default", "other")),
    certainty=st.floats(0, 1),
    features=st.dictionaries(st.sampled_from(("when", "ref", "chain")), st.text("ab", max_size=2)).map(
        lambda pairs: tuple(sorted(pairs.items()))
    ),
)


class TestArticles:
    @given(articles())
    def test_blocks_tile_the_text_and_repairs_stay_in_a_block_each(self, article: Article) -> None:
        assert "".join(block.span.of(article.text) for block in article.blocks) == article.text
        leaves = list(article.leaves())
        assert all(one.span.end == other.span.start for one, other in pairwise(leaves))
        for repair in article.repairs:
            assert sum(leaf.span.contains(repair.span) for leaf in leaves) >= 1
        assert all(one.span.end <= other.span.start for one, other in pairwise(article.repairs))

    @given(articles())
    def test_white_space_between_blocks_is_white_space(self, article: Article) -> None:
        for leaf in article.leaves():
            if leaf.kind == SPACE:
                assert not leaf.span.of(article.text).strip(XML_SPACE)

    @given(articles(), st.data())
    def test_a_text_that_loses_a_character_is_no_longer_the_article_of_its_blocks(
        self, article: Article, data: st.DataObject
    ) -> None:
        if not article.text:
            return
        place = data.draw(st.integers(0, len(article.text) - 1))
        with pytest.raises(ValueError, match=r".+"):
            replace(article, text=article.text[:place] + article.text[place + 1 :])

    @given(articles())
    def test_the_digest_is_that_of_the_text_alone(self, article: Article) -> None:
        other = plain_article("other", article.text)
        assert other.digest == article.digest
        assert plain_article("other", article.text + "!").digest != article.digest

    @given(articles())
    def test_articles_are_equal_where_all_of_them_is_and_can_be_keys(self, article: Article) -> None:
        same = pickle.loads(pickle.dumps(article))  # noqa: S301 - our own bytes
        assert same == article
        assert hash(same) == hash(article)
        assert replace(article, id="another") != article

    def test_nothing_of_an_article_can_be_changed(self) -> None:
        article = plain_article("x", "Text.")
        for field in fields(Article):
            with pytest.raises(FrozenInstanceError):
                setattr(article, field.name, None)
        with pytest.raises((AttributeError, TypeError)):
            article.note = "x"  # type: ignore[attr-defined]  # that is the point

    @pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff", "\r"])
    def test_a_character_that_no_article_can_hold_is_refused(self, character: str) -> None:
        with pytest.raises(ValueError, match="newlines only"):
            plain_article("x", f"a{character}b")

    @pytest.mark.parametrize("text", ["", "\n", " \t\n", "a", "é", "\u00a0", "😀\n\n😀"])
    def test_any_other_text_is_an_article(self, text: str) -> None:
        article = plain_article("x", text)
        assert article.text == text
        assert [leaf.span.of(text) for leaf in article.leaves()] == ([text] if text else [])


class TestBlocks:
    @pytest.mark.parametrize("kind", sorted(TOP_LEVEL - CONTAINERS))
    def test_a_block_of_running_text_can_stand_in_an_article(self, kind: str) -> None:
        assert next(Article("x", "ab", (Block(kind, Span(0, 2)),)).leaves()).kind == kind

    @pytest.mark.parametrize("kind", sorted(CONTAINERS & TOP_LEVEL))
    def test_a_container_holds_children_and_no_text(self, kind: str) -> None:
        child = min(CHILDREN[kind] - CONTAINERS)
        made = Block(kind, Span(0, 2), children=(Block(child, Span(0, 2)),))
        if kind != "table":
            assert [leaf.kind for leaf in Article("x", "ab", (made,)).leaves()] == [child]
        with pytest.raises(ValueError, match="holds children"):
            Article("x", "ab", (Block(kind, Span(0, 2)),))
        with pytest.raises(ValueError, match="holds children"):
            Article("x", "  ", (Block(kind, Span(0, 2), children=(Block(SPACE, Span(0, 2)),)),))

    @pytest.mark.parametrize(
        "kind", sorted({child for children in CHILDREN.values() for child in children} - TOP_LEVEL)
    )
    def test_a_part_of_a_container_cannot_stand_alone(self, kind: str) -> None:
        with pytest.raises(ValueError, match="cannot stand in an article"):
            Article("x", "ab", (Block(kind, Span(0, 2)),))

    @pytest.mark.parametrize("parent", sorted(CHILDREN))
    def test_only_its_own_parts_stand_in_a_container(self, parent: str) -> None:
        for child in sorted({*TEXT_KINDS, "item", "cell", "row", "speaker"} - CHILDREN[parent]):
            with pytest.raises(ValueError, match=f"cannot stand in {parent}"):
                Block(parent, Span(0, 1), children=(Block(child, Span(0, 1)),))

    def test_leaves_come_in_the_order_of_the_text_from_any_depth(self) -> None:
        line = [Block("l", Span(number, number + 1)) for number in range(4)]
        inner = Block("lg", Span(1, 3), children=(line[1], line[2]))
        verse = Block("lg", Span(0, 4), children=(line[0], inner, line[3]))
        assert [leaf.span.start for leaf in Article("x", "abcd", (verse,)).leaves()] == [0, 1, 2, 3]

    def test_of_attributes_of_one_name_there_is_one(self) -> None:
        assert Block("p", Span(0, 1), (("n", "1"), ("n", "2"))).attribute("n") == "2"


class TestRepairs:
    @given(st.lists(spans_in(12), min_size=1, max_size=4), st.sampled_from(["sic", "orig", "g"]))
    def test_repairs_are_taken_just_where_they_neither_overlap_nor_leave_their_block(
        self, spans: list[Span], kind: RepairKind
    ) -> None:
        blocks = (Block("p", Span(0, 5)), Block("p", Span(5, 12)))
        repairs = tuple(Repair(span, "x", kind, "A611") for span in spans)
        apart = all(one.end <= other.start for one, other in pairwise(spans))
        inside = all(any(block.span.contains(span) for block in blocks) for span in spans)
        if apart and inside:
            assert Article("x", "abcdefghijkl", blocks, repairs=repairs).repairs == repairs
        else:
            with pytest.raises(ValueError, match="repair A611"):
                Article("x", "abcdefghijkl", blocks, repairs=repairs)


class TestMetadata:
    def test_nothing_is_known_until_it_is_stated(self) -> None:
        for field in fields(Metadata):
            assert not getattr(Metadata(), field.name), field.name

    def test_a_source_that_is_not_described_is_plain_text_in_utf_8(self) -> None:
        assert (Source().media_type, Source().encoding, Source().line_endings) == ("text/plain", "utf-8", "LF")

    def test_what_is_stated_knows_where(self) -> None:
        assert Stated("1997-04-28", Span(3, 9)).span == Span(3, 9)
        assert Stated("1997-04-28").span is None

    def test_words_that_are_left_out_keep_their_reason(self) -> None:
        entry = LedgerEntry("Front page | Home", "navigation")
        assert plain_article("x", "a").ledger == ()
        assert replace(plain_article("x", "a"), ledger=(entry,)).ledger == (entry,)


class TestLayers:
    @given(st.permutations(range(5)), st.lists(ANNOTATIONS, min_size=5, max_size=5))
    def test_a_layer_does_not_depend_on_the_order_of_what_is_said(
        self, order: list[int], said: list[Annotation]
    ) -> None:
        one, other = Layer("d", "a", tuple(said)), Layer("d", "a", tuple(said[index] for index in order))
        keys = [reading_order(annotation) for annotation in one.annotations]
        assert keys == sorted(keys) == [reading_order(annotation) for annotation in other.annotations]

    @given(st.lists(ANNOTATIONS, max_size=6))
    def test_what_holds_comes_before_what_it_holds(self, said: list[Annotation]) -> None:
        ordered = Layer("d", "a", tuple(said)).annotations
        for index, inner in enumerate(ordered):
            for outer in ordered[index + 1 :]:
                assert inner.span == outer.span or not outer.span.contains(inner.span)

    @given(ANNOTATIONS, st.text("xyz", min_size=1, max_size=3))
    def test_features_are_added_replaced_and_nothing_else_is(self, annotation: Annotation, value: str) -> None:
        changed = annotation.with_features(ref=value)
        assert changed.feature("ref") == value
        assert replace(changed, features=annotation.features) == annotation
        assert [name for name, _ in changed.features] == sorted({*dict(annotation.features), "ref"})

    @pytest.mark.parametrize("certainty", [-0.01, 1.01, float("inf"), float("nan")])
    def test_a_certainty_is_from_0_to_1(self, certainty: float) -> None:
        with pytest.raises(ValueError, match="is not from 0 to 1"):
            Annotation(Span(0, 1), "persName", "a", certainty)


class TestFitting:
    @given(ANNOTATIONS, ANNOTATIONS)
    def test_fitting_is_mutual(self, one: Annotation, other: Annotation) -> None:
        assert fits(one, other) == fits(other, one)
        if one.span.crosses(other.span):
            assert not fits(one, other)
        if not one.span.overlaps(other.span):
            assert fits(one, other)

    @given(st.lists(ANNOTATIONS, max_size=9))
    def test_what_is_kept_fits_together(self, ranked: list[Annotation]) -> None:
        kept = compatible(ranked)
        for index, one in enumerate(kept):
            assert all(fits(one, other) for other in kept[index + 1 :])
            assert one in ranked
        assert [reading_order(one) for one in kept] == sorted(reading_order(one) for one in kept)

    @given(st.lists(ANNOTATIONS, min_size=1, max_size=9))
    def test_the_best_is_always_kept_and_nothing_is_left_out_without_a_rival(self, ranked: list[Annotation]) -> None:
        kept = compatible(ranked)
        assert any(one is ranked[0] for one in kept)
        for one in ranked:
            if all(one is other or fits(one, other) for other in ranked):
                assert one in kept

    @given(st.lists(ANNOTATIONS, max_size=9))
    def test_sorting_out_twice_is_sorting_out_once(self, ranked: list[Annotation]) -> None:
        kept = compatible(ranked)
        assert compatible(kept) == kept

    def test_names_stand_in_quotations_and_not_in_names(self) -> None:
        quotation = Annotation(Span(0, 9), "said", "a")
        name = Annotation(Span(2, 5), "persName", "a")
        part = Annotation(Span(2, 4), "placeName", "a")
        assert compatible([name, quotation, part]) == (quotation, name)
        assert "said" in HOLDERS
        assert "persName" not in HOLDERS


class TestRegistries:
    @given(st.lists(st.sampled_from(["A", "Bb", "Ccc"]), min_size=1, max_size=3))
    def test_every_form_of_a_name_is_kept_and_the_preferred_one_is_among_them(self, names: list[str]) -> None:
        registry = Registry(tuple(Entity("pers-x", "person", name) for name in names))
        (entity,) = registry.entities
        assert set(entity.names) == set(names)
        assert entity.preferred == max(names, key=len)

    @given(st.lists(st.sampled_from(["b", "a", "c"]), max_size=6))
    def test_a_registry_is_sorted_and_has_each_id_once(self, ids: list[str]) -> None:
        registry = Registry(tuple(Entity(identifier, "org", identifier) for identifier in ids))
        assert [entity.id for entity in registry.entities] == sorted(set(ids))
        for identifier in ("a", "b", "c"):
            found = registry.get(identifier)
            assert (found is not None) is (identifier in ids)

    def test_facts_of_both_are_kept(self) -> None:
        one = Entity("p", "person", "Lenin", idnos=(("wikidata", "Q1394"),), features=(("surname", "Lenin"),))
        other = Entity("p", "person", "V.I. Lenin", idnos=(("viaf", "7"),), features=(("forename", "V.I."),))
        merged = one.merged(other)
        assert merged.preferred == "V.I. Lenin"
        assert merged.idnos == (("viaf", "7"), ("wikidata", "Q1394"))
        assert merged.feature("surname") == "Lenin"
        assert merged.feature("forename") == "V.I."
        assert merged.feature("note") is None

    @given(st.lists(ANNOTATIONS, max_size=4))
    def test_links_travel(self, said: list[Annotation]) -> None:
        linked = Linked(tuple(said), (Entity("p", "person", "P"),))
        assert pickle.loads(pickle.dumps(linked)) == linked  # noqa: S301 - our own bytes


@given(st.data())
def test_arbitrary_annotations_of_the_laws_lie_in_their_text(data: st.DataObject) -> None:
    text = data.draw(st.text("ab", max_size=9))
    for annotation in data.draw(annotations_of(text)):
        assert annotation.span.of(text)
