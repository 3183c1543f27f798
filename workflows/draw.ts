import type { AnyStateMachine, AnyStateNode } from "xstate";

/**
 * Draws a machine as a Mermaid state diagram: every stage, and every act that leads to another one. Acts that keep
 * their stage are listed inside it. Deterministic.
 */
export function draw(machine: AnyStateMachine): string {
  const lines = ["stateDiagram-v2", `  [*] --> ${idOf(initialOf(machine.root))}`];
  for (const node of childrenOf(machine.root)) lines.push(...drawNode(node, 1));
  for (const node of everyNode(machine.root)) lines.push(...drawTransitions(node));
  return `${lines.join("\n")}\n`;
}

function drawNode(node: AnyStateNode, depth: number): string[] {
  const indent = "  ".repeat(depth);
  const children = childrenOf(node);
  const kept = keptBy(node);
  const label = `${indent}state "${node.key}" as ${idOf(node)}`;
  const notes = kept.length > 0 ? [`${indent}${idOf(node)} : ${kept.join(", ")}`] : [];
  if (children.length === 0) return [label, ...notes];
  const inner = children.flatMap((child, index) => {
    const begin = node.type === "parallel" || index === 0;
    const start = begin && child.type === "atomic" ? [`${indent}  [*] --> ${idOf(child)}`] : [];
    const apart = node.type === "parallel" && index > 0 ? [`${indent}  --`] : [];
    return [...apart, ...start, ...drawNode(child, depth + 1)];
  });
  return [`${label} {`, ...inner, `${indent}}`, ...notes];
}

function drawTransitions(node: AnyStateNode): string[] {
  const leading = [...node.transitions].flatMap(([act, transitions]) =>
    transitions.flatMap(({ target }) => (target ?? []).map((to) => ({ act, to }))),
  );
  const drawn = leading.map(({ act, to }) => `  ${idOf(node)} --> ${idOf(leafOf(to))} : ${act}`);
  const end = node.type === "final" ? [`  ${idOf(node)} --> [*]`] : [];
  return [...new Set(drawn), ...end];
}

/** The acts of a stage that never lead to another stage. */
function keptBy(node: AnyStateNode): string[] {
  return [...node.transitions]
    .filter(([, transitions]) => transitions.every(({ target }) => !target))
    .map(([act]) => act);
}

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return childrenOf(node).flatMap((child) => [child, ...everyNode(child)]);
}

function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states);
}

function initialOf(node: AnyStateNode): AnyStateNode {
  return leafOf(node);
}

/** The stage that entering a stage leads to: its first stage, recursively. A parallel stage is its own. */
function leafOf(node: AnyStateNode): AnyStateNode {
  const first = node.initial?.target?.[0];
  return node.type === "compound" && first ? leafOf(first) : node;
}

function idOf(node: AnyStateNode): string {
  return node.path.join("_") || "agreement";
}
