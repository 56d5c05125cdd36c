from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.core.span import Span
from tei_edition.model.layer import Annotation, Layer
from tei_edition.model.registry import Entity, Registry

names = st.sampled_from(("Leon Trotsky", "Trotsky", "L. Trotsky", "Lev Bronstein"))
entities = st.builds(
    Entity,
    id=st.sampled_from(("pers-a", "pers-b")),
    kind=st.just("person"),
    preferred=names,
    names=st.lists(names, max_size=3).map(tuple),
    idnos=st.lists(st.sampled_from((("wikidata", "Q1"), ("viaf", "2"))), max_size=2).map(tuple),
    features=st.lists(
        st.sampled_from((("surname", "Trotsky"), ("surname", "Bronstein"), ("note", "n"))), max_size=2
    ).map(tuple),
)
registries = st.lists(entities, max_size=4).map(lambda members: Registry(tuple(members)))


@given(registries, registries)
def test_merging_is_commutative(one: Registry, other: Registry) -> None:
    assert one.merged(other) == other.merged(one)


@given(registries, registries, registries)
def test_merging_is_associative(one: Registry, two: Registry, three: Registry) -> None:
    assert one.merged(two).merged(three) == one.merged(two.merged(three))


@given(registries)
def test_merging_is_idempotent(registry: Registry) -> None:
    assert registry.merged(registry) == registry


def test_a_registry_has_each_id_once() -> None:
    registry = Registry((Entity("pers-a", "person", "Trotsky"), Entity("pers-a", "person", "Leon Trotsky")))
    found = registry.get("pers-a")
    assert found is not None
    assert found.preferred == "Leon Trotsky"
    assert found.names == ("Leon Trotsky", "Trotsky")
    assert registry.get("pers-b") is None


def test_different_entities_do_not_merge() -> None:
    with pytest.raises(ValueError, match="cannot merge"):
        Entity("a", "person", "A").merged(Entity("a", "place", "A"))


def test_a_layer_is_sorted_and_bound_to_its_text() -> None:
    inner = Annotation(Span(2, 4), "persName", "default")
    outer = Annotation(Span(2, 9), "said", "default")
    layer = Layer("digest", "default", (inner, outer))
    assert layer.annotations == (outer, inner)
    assert layer.of("digest") == (outer, inner)
    with pytest.raises(ValueError, match="another text"):
        layer.of("other")


def test_annotations_say_something_about_something() -> None:
    with pytest.raises(ValueError, match="of nothing"):
        Annotation(Span(2, 2), "persName", "default")
    with pytest.raises(ValueError, match="certainty"):
        Annotation(Span(2, 3), "persName", "default", 1.5)


def test_features_are_added_in_order() -> None:
    annotation = Annotation(Span(0, 1), "date", "default", features=(("when", "1997"),)).with_features(
        ref="x", cert="y"
    )
    assert annotation.features == (("cert", "y"), ("ref", "x"), ("when", "1997"))
    assert annotation.feature("when") == "1997"
    assert annotation.feature("to") is None
